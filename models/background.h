// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace fscope::models {

/// One thread for the long questions of one object, of which only the newest counts.
///
/// A job runs on the thread and gives back what to do with its result, which is done on the thread of the
/// receiver, unless the job was cancelled or a newer one was started meanwhile. The receiver owns this and
/// has it as its last member, so that the thread ends first.
class Background
{
public:
    using Cancelled = std::atomic<bool>;
    using Job = std::function<std::function<void()>(const Cancelled& cancelled)>;

    explicit Background(QObject* receiver)
        : m_receiver(receiver)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~Background()
    {
        cancel();
        m_pool.waitForDone();
    }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    void start(Job job)
    {
        cancel();
        auto token = std::make_shared<Cancelled>(false);
        m_token = token;
        m_pool.start([this, token, receiver = m_receiver, job = std::move(job)] {
            if (token->load())
                return;
            std::function<void()> deliver = job(*token);
            QMetaObject::invokeMethod(
                receiver,
                [this, token, deliver = std::move(deliver)] {
                    if (token->load())
                        return;
                    m_token.reset();
                    deliver();
                },
                Qt::QueuedConnection);
        });
    }
    /// Says something on the receiver's thread while the job that @p cancelled belongs to runs.
    void tell(const Cancelled& cancelled, std::function<void()> what) const
    {
        if (!cancelled.load())
            QMetaObject::invokeMethod(m_receiver, std::move(what), Qt::QueuedConnection);
    }
    void cancel()
    {
        if (m_token)
            m_token->store(true);
        m_token.reset();
    }
    bool isBusy() const { return m_token != nullptr; }

private:
    QObject* m_receiver;
    std::shared_ptr<Cancelled> m_token; ///< of the newest job, until its result has been delivered
    QThreadPool m_pool;
};

} // namespace fscope::models
