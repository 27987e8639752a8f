// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/support/paths.h"

#include <QTest>

class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sources() { QVERIFY(!fscope::test::sourcePath().isEmpty()); }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
