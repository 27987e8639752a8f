<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Opens a scenario or a recording of aborts.</source>
        <translation>打开场景或中止的记录。</translation>
    </message>
    <message>
        <source>&amp;Choose a lesson…</source>
        <translation>选择课程(&amp;C)…</translation>
    </message>
    <message>
        <source>Lists the lessons to choose one.</source>
        <translation>列出课程以供选择。</translation>
    </message>
    <message>
        <source>&amp;Decode a value…</source>
        <translation>解码一个值(&amp;D)…</translation>
    </message>
    <message>
        <source>Opens the panel that decodes and edits any register, bit by bit.</source>
        <translation>打开可逐位解码和编辑任意寄存器的面板。</translation>
    </message>
    <message>
        <source>&amp;Paste and decode</source>
        <translation>粘贴并解码(&amp;P)</translation>
    </message>
    <message>
        <source>Decodes what the clipboard holds: a value, or the lines of a log.</source>
        <translation>解码剪贴板中的内容：一个值，或日志的若干行。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Closes the window and ends the program.</source>
        <translation>关闭窗口并结束程序。</translation>
    </message>
    <message>
        <source>&amp;Micro-step</source>
        <translation>微步(&amp;M)</translation>
    </message>
    <message>
        <source>Does the next micro-step of this intercept.</source>
        <translation>执行此拦截的下一个微步。</translation>
    </message>
    <message>
        <source>Micro-step &amp;back</source>
        <translation>后退一个微步(&amp;B)</translation>
    </message>
    <message>
        <source>Undoes the last micro-step, exactly.</source>
        <translation>精确撤销上一个微步。</translation>
    </message>
    <message>
        <source>Next &amp;intercept</source>
        <translation>下一个拦截(&amp;I)</translation>
    </message>
    <message>
        <source>Goes to the start of the next intercept; at the last one, to its end.</source>
        <translation>转到下一个拦截的开头；若已是最后一个，则转到其末尾。</translation>
    </message>
    <message>
        <source>&amp;Previous intercept</source>
        <translation>上一个拦截(&amp;P)</translation>
    </message>
    <message>
        <source>Goes to the start of this intercept, or of the one before.</source>
        <translation>转到此拦截的开头，或前一个拦截的开头。</translation>
    </message>
    <message>
        <source>Run to the &amp;end</source>
        <translation>运行到末尾(&amp;E)</translation>
    </message>
    <message>
        <source>Goes to the end of the last intercept.</source>
        <translation>转到最后一个拦截的末尾。</translation>
    </message>
    <message>
        <source>Run back to the &amp;start</source>
        <translation>反向运行到开头(&amp;S)</translation>
    </message>
    <message>
        <source>Goes to the start of the first intercept.</source>
        <translation>转到第一个拦截的开头。</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重新开始(&amp;R)</translation>
    </message>
    <message>
        <source>Starts again at the first intercept and forgets where you have been.</source>
        <translation>从第一个拦截重新开始，并忘记去过的位置。</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>Goes to a position, an intercept or an address that you type.</source>
        <translation>转到你输入的位置、拦截或地址。</translation>
    </message>
    <message>
        <source>B&amp;ack</source>
        <translation>后退(&amp;A)</translation>
    </message>
    <message>
        <source>Goes back to where you were before.</source>
        <translation>回到之前所在的位置。</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Goes forward again to where you were.</source>
        <translation>再次前进到刚才的位置。</translation>
    </message>
    <message>
        <source>&amp;Find an action, panel or lesson…</source>
        <translation>查找操作、面板或课程(&amp;F)…</translation>
    </message>
    <message>
        <source>Lists every action, panel and lesson; type to narrow the list.</source>
        <translation>列出所有操作、面板和课程；输入文字可缩小列表。</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>Moves the keyboard to the next panel.</source>
        <translation>将键盘焦点移到下一个面板。</translation>
    </message>
    <message>
        <source>P&amp;revious panel</source>
        <translation>上一个面板(&amp;R)</translation>
    </message>
    <message>
        <source>Moves the keyboard to the panel before.</source>
        <translation>将键盘焦点移到上一个面板。</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>起始页(&amp;S)</translation>
    </message>
    <message>
        <source>Shows the page with the lessons, or goes back from it.</source>
        <translation>显示课程页面，或从该页面返回。</translation>
    </message>
    <message>
        <source>Move panel &amp;left</source>
        <translation>将面板移到左侧(&amp;L)</translation>
    </message>
    <message>
        <source>Moves the panel with the keyboard to the left side.</source>
        <translation>将拥有键盘焦点的面板移到左侧。</translation>
    </message>
    <message>
        <source>Move panel righ&amp;t</source>
        <translation>将面板移到右侧(&amp;T)</translation>
    </message>
    <message>
        <source>Moves the panel with the keyboard to the right side.</source>
        <translation>将拥有键盘焦点的面板移到右侧。</translation>
    </message>
    <message>
        <source>Move panel &amp;up</source>
        <translation>将面板移到顶部(&amp;U)</translation>
    </message>
    <message>
        <source>Moves the panel with the keyboard to the top.</source>
        <translation>将拥有键盘焦点的面板移到顶部。</translation>
    </message>
    <message>
        <source>Move panel &amp;down</source>
        <translation>将面板移到底部(&amp;D)</translation>
    </message>
    <message>
        <source>Moves the panel with the keyboard to the bottom.</source>
        <translation>将拥有键盘焦点的面板移到底部。</translation>
    </message>
    <message>
        <source>Float &amp;or dock panel</source>
        <translation>浮动或停靠面板(&amp;O)</translation>
    </message>
    <message>
        <source>Takes the panel with the keyboard out of the window, or puts it back.</source>
        <translation>将拥有键盘焦点的面板移出窗口，或放回原处。</translation>
    </message>
    <message>
        <source>&amp;Debug</source>
        <translation>调试(&amp;D)</translation>
    </message>
    <message>
        <source>Lays the panels out to see a whole intercept at once.</source>
        <translation>排列面板，以便一眼看到整个拦截。</translation>
    </message>
    <message>
        <source>&amp;Teach</source>
        <translation>教学(&amp;T)</translation>
    </message>
    <message>
        <source>Lays the panels out with the lesson and the picture large.</source>
        <translation>排列面板，放大课程和图示。</translation>
    </message>
    <message>
        <source>Tr&amp;ace</source>
        <translation>跟踪(&amp;A)</translation>
    </message>
    <message>
        <source>Lays the panels out with the list of intercepts and the timeline large.</source>
        <translation>排列面板，放大拦截列表和时间线。</translation>
    </message>
    <message>
        <source>De&amp;code</source>
        <translation>解码(&amp;C)</translation>
    </message>
    <message>
        <source>Gives the whole window to the panel that decodes values.</source>
        <translation>将整个窗口留给解码值的面板。</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Puts all panels of this layout back where they belong.</source>
        <translation>将此布局的所有面板放回原位。</translation>
    </message>
    <message>
        <source>&amp;Help on what has the keyboard</source>
        <translation>键盘焦点处的帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Opens the help at the page on what has the keyboard.</source>
        <translation>在与键盘焦点对应的页面打开帮助。</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>Lists all keys.</source>
        <translation>列出所有按键。</translation>
    </message>
    <message>
        <source>&amp;About Faultscope</source>
        <translation>关于 Faultscope(&amp;A)</translation>
    </message>
    <message>
        <source>Says which version this is, and under which licence.</source>
        <translation>说明版本以及许可证。</translation>
    </message>
    <message>
        <source>Export the walk as a dia&amp;gram…</source>
        <translation>将遍历导出为图(&amp;G)…</translation>
    </message>
    <message>
        <source>Writes the drawing of the Translation panel as SVG or PNG.</source>
        <translation>将转换面板的图写为 SVG 或 PNG。</translation>
    </message>
    <message>
        <source>Export the &amp;walk…</source>
        <translation>导出遍历(&amp;W)…</translation>
    </message>
    <message>
        <source>Writes every descriptor of the Translation panel as JSON or CSV.</source>
        <translation>将转换面板的每个描述符写为 JSON 或 CSV。</translation>
    </message>
    <message>
        <source>Export page &amp;tables…</source>
        <translation>导出页表(&amp;T)…</translation>
    </message>
    <message>
        <source>Writes the mappings of the Page tables panel as JSON or CSV.</source>
        <translation>将页表面板的映射写为 JSON 或 CSV。</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Gives up the opening or the search that is under way; what was open or found stays.</source>
        <translation>放弃正在进行的打开或搜索；已打开或已找到的内容保留。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Takes back the last change: of memory, or of what Decode shows.</source>
        <translation>撤回上一次更改：内存的，或解码所显示内容的。</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back last.</source>
        <translation>再次进行上一次撤回的更改。</translation>
    </message>
    <message>
        <source>Re&amp;vert all edited bytes</source>
        <translation>还原所有编辑过的字节(&amp;V)</translation>
    </message>
    <message>
        <source>Gives every edited byte of memory the value that the source has.</source>
        <translation>使每个编辑过的内存字节恢复为来源中的值。</translation>
    </message>
    <message>
        <source>Fi&amp;ll selected bytes…</source>
        <translation>填充选中的字节(&amp;L)…</translation>
    </message>
    <message>
        <source>Writes a pattern over the bytes that are selected in Memory.</source>
        <translation>在内存面板选中的字节上写入一个模式。</translation>
    </message>
    <message>
        <source>&amp;Find in memory…</source>
        <translation>在内存中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Looks for bytes, text or a value in all memory of the guest.</source>
        <translation>在客户机的全部内存中查找字节、文本或数值。</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Goes to the next match in memory.</source>
        <translation>转到内存中的下一个匹配。</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Goes to the match before in memory.</source>
        <translation>转到内存中的上一个匹配。</translation>
    </message>
    <message>
        <source>&amp;Walk for an address…</source>
        <translation>为地址作遍历(&amp;W)…</translation>
    </message>
    <message>
        <source>Asks what an access to an address would do; see the Translation panel.</source>
        <translation>询问对某个地址的访问会怎样；见转换面板。</translation>
    </message>
    <message>
        <source>Find in page &amp;tables…</source>
        <translation>在页表中查找(&amp;T)…</translation>
    </message>
    <message>
        <source>Asks which table maps an address, or who maps a PA.</source>
        <translation>询问哪个表映射某个地址，或谁映射某个 PA。</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Advanced SIMD load/store multiple structures</source>
        <translation>Advanced SIMD 加载/存储多个结构</translation>
    </message>
    <message>
        <source>Advanced SIMD load/store multiple structures (post-indexed)</source>
        <translation>Advanced SIMD 加载/存储多个结构（后变址）</translation>
    </message>
    <message>
        <source>Advanced SIMD load/store single structure</source>
        <translation>Advanced SIMD 加载/存储单个结构</translation>
    </message>
    <message>
        <source>Advanced SIMD load/store single structure (post-indexed)</source>
        <translation>Advanced SIMD 加载/存储单个结构（后变址）</translation>
    </message>
    <message>
        <source>Load/store exclusive register</source>
        <translation>加载/存储独占寄存器</translation>
    </message>
    <message>
        <source>Load/store exclusive pair</source>
        <translation>加载/存储独占寄存器对</translation>
    </message>
    <message>
        <source>Compare and swap pair</source>
        <translation>比较并交换寄存器对</translation>
    </message>
    <message>
        <source>Compare and swap</source>
        <translation>比较并交换</translation>
    </message>
    <message>
        <source>Load/store memory tags</source>
        <translation>加载/存储内存标签</translation>
    </message>
    <message>
        <source>Guarded Control Stack stores</source>
        <translation>Guarded Control Stack 存储</translation>
    </message>
    <message>
        <source>Memory Copy and Memory Set</source>
        <translation>内存复制与内存设置</translation>
    </message>
    <message>
        <source>Ordered pair of registers (LDIAPP, STILP)</source>
        <translation>有序寄存器对（LDIAPP、STILP）</translation>
    </message>
    <message>
        <source>LDAPR/STLR (SIMD&amp;FP)</source>
        <translation>LDAPR/STLR（SIMD&amp;FP）</translation>
    </message>
    <message>
        <source>Read-check-write and 128-bit atomic memory operations</source>
        <translation>读-检查-写与 128 位原子内存操作</translation>
    </message>
    <message>
        <source>Store Allocation Tag and pair of registers (STGP)</source>
        <translation>存储分配标签与寄存器对（STGP）</translation>
    </message>
    <message>
        <source>Atomic memory operations</source>
        <translation>原子内存操作</translation>
    </message>
    <message>
        <source>Load register with pointer authentication (LDRAA, LDRAB)</source>
        <translation>带指针认证的寄存器加载（LDRAA、LDRAB）</translation>
    </message>
    <message>
        <source>LDAPR/STLR (unscaled immediate)</source>
        <translation>LDAPR/STLR（不缩放立即数）</translation>
    </message>
    <message>
        <source>Load register (literal)</source>
        <translation>加载寄存器（字面量）</translation>
    </message>
    <message>
        <source>Load/store no-allocate pair (offset)</source>
        <translation>加载/存储不分配寄存器对（偏移）</translation>
    </message>
    <message>
        <source>Load/store register pair (post-indexed)</source>
        <translation>加载/存储寄存器对（后变址）</translation>
    </message>
    <message>
        <source>Load/store register pair (offset)</source>
        <translation>加载/存储寄存器对（偏移）</translation>
    </message>
    <message>
        <source>Load/store register pair (pre-indexed)</source>
        <translation>加载/存储寄存器对（前变址）</translation>
    </message>
    <message>
        <source>Load/store register (unscaled immediate)</source>
        <translation>加载/存储寄存器（不缩放立即数）</translation>
    </message>
    <message>
        <source>Load/store register (immediate post-indexed)</source>
        <translation>加载/存储寄存器（立即数后变址）</translation>
    </message>
    <message>
        <source>Load/store register (unprivileged)</source>
        <translation>加载/存储寄存器（非特权）</translation>
    </message>
    <message>
        <source>Load/store register (immediate pre-indexed)</source>
        <translation>加载/存储寄存器（立即数前变址）</translation>
    </message>
    <message>
        <source>Load/store register (register offset)</source>
        <translation>加载/存储寄存器（寄存器偏移）</translation>
    </message>
    <message>
        <source>Load/store register (unsigned immediate)</source>
        <translation>加载/存储寄存器（无符号立即数）</translation>
    </message>
    <message>
        <source>Loads and Stores</source>
        <translation>加载与存储</translation>
    </message>
    <message>
        <source>SVE loads and stores</source>
        <translation>SVE 加载与存储</translation>
    </message>
    <message>
        <source>SME loads and stores</source>
        <translation>SME 加载与存储</translation>
    </message>
    <message>
        <source>Cache maintenance or address translation (DC, IC, AT)</source>
        <translation>缓存维护或地址转换（DC、IC、AT）</translation>
    </message>
    <message>
        <source>SVE encodings</source>
        <translation>SVE 编码</translation>
    </message>
    <message>
        <source>SME encodings</source>
        <translation>SME 编码</translation>
    </message>
    <message>
        <source>Permanently undefined (UDF)</source>
        <translation>永久未定义（UDF）</translation>
    </message>
    <message>
        <source>Data Processing -- Immediate</source>
        <translation>数据处理——立即数</translation>
    </message>
    <message>
        <source>Branches, exception generating and System instructions</source>
        <translation>分支、异常生成与系统指令</translation>
    </message>
    <message>
        <source>Data Processing -- Register</source>
        <translation>数据处理——寄存器</translation>
    </message>
    <message>
        <source>Data Processing -- Scalar Floating-Point and Advanced SIMD</source>
        <translation>数据处理——标量浮点与 Advanced SIMD</translation>
    </message>
    <message>
        <source>Reserved group of encodings</source>
        <translation>保留的编码组</translation>
    </message>
    <message>
        <source>Unallocated encoding (%1)</source>
        <translation>未分配的编码（%1）</translation>
    </message>
    <message>
        <source>A pair is loaded into one register twice (Rt = Rt2): CONSTRAINED UNPREDICTABLE</source>
        <translation>寄存器对两次加载到同一寄存器（Rt = Rt2）：CONSTRAINED UNPREDICTABLE</translation>
    </message>
    <message>
        <source>The base register is loaded and written back (Rt = Rn): CONSTRAINED UNPREDICTABLE</source>
        <translation>基址寄存器既被加载又被写回（Rt = Rn）：CONSTRAINED UNPREDICTABLE</translation>
    </message>
    <message>
        <source>The base register is stored and written back (Rt = Rn): CONSTRAINED UNPREDICTABLE</source>
        <translation>基址寄存器既被存储又被写回（Rt = Rn）：CONSTRAINED UNPREDICTABLE</translation>
    </message>
    <message>
        <source>A bit that should be one is zero: CONSTRAINED UNPREDICTABLE</source>
        <translation>应为 1 的位为 0：CONSTRAINED UNPREDICTABLE</translation>
    </message>
    <message>
        <source>load/store of one register</source>
        <translation>单个寄存器的加载/存储</translation>
    </message>
    <message>
        <source>load/store of a pair of registers</source>
        <translation>寄存器对的加载/存储</translation>
    </message>
    <message>
        <source>not a register offset</source>
        <translation>非寄存器偏移</translation>
    </message>
    <message>
        <source>not the unsigned offset form</source>
        <translation>非无符号偏移形式</translation>
    </message>
    <message>
        <source>unsigned offset</source>
        <translation>无符号偏移</translation>
    </message>
    <message>
        <source>unscaled offset</source>
        <translation>不缩放偏移</translation>
    </message>
    <message>
        <source>post-index</source>
        <translation>后变址</translation>
    </message>
    <message>
        <source>unprivileged</source>
        <translation>非特权</translation>
    </message>
    <message>
        <source>pre-index</source>
        <translation>前变址</translation>
    </message>
    <message>
        <source>register offset or atomic</source>
        <translation>寄存器偏移或原子操作</translation>
    </message>
    <message>
        <source>register offset</source>
        <translation>寄存器偏移</translation>
    </message>
    <message>
        <source>load register (literal)</source>
        <translation>加载寄存器（字面量）</translation>
    </message>
    <message>
        <source>signed offset, with a non-temporal hint</source>
        <translation>有符号偏移，带非临时提示</translation>
    </message>
    <message>
        <source>signed offset</source>
        <translation>有符号偏移</translation>
    </message>
    <message>
        <source>load/store exclusive or ordered, compare and swap</source>
        <translation>独占或有序加载/存储、比较并交换</translation>
    </message>
    <message>
        <source>not exclusive</source>
        <translation>非独占</translation>
    </message>
    <message>
        <source>ordered, not compare and swap</source>
        <translation>有序，非比较并交换</translation>
    </message>
    <message>
        <source>acquire</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>load-acquire RCpc</source>
        <translation>加载-获取 RCpc</translation>
    </message>
    <message>
        <source>load-acquire RCpc and store-release, unscaled offset</source>
        <translation>加载-获取 RCpc 与存储-释放，不缩放偏移</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>prefetch, together with opc</source>
        <translation>预取，与 opc 共同决定</translation>
    </message>
    <message>
        <source>%1, together with opc</source>
        <translation>%1，与 opc 共同决定</translation>
    </message>
    <message>
        <source>prefetch</source>
        <translation>预取</translation>
    </message>
    <message>
        <source>store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>load, zero-extended</source>
        <translation>加载，零扩展</translation>
    </message>
    <message>
        <source>load, sign-extended to 64 bits</source>
        <translation>加载，符号扩展到 64 位</translation>
    </message>
    <message>
        <source>load, sign-extended to 32 bits</source>
        <translation>加载，符号扩展到 32 位</translation>
    </message>
    <message>
        <source>%1 registers, %2 each, sign-extended</source>
        <translation>%1 个寄存器，各 %2，符号扩展</translation>
    </message>
    <message>
        <source>%1 registers, %2 each</source>
        <translation>%1 个寄存器，各 %2</translation>
    </message>
    <message>
        <source>%1 register, %2, sign-extended</source>
        <translation>%1 个寄存器，%2，符号扩展</translation>
    </message>
    <message>
        <source>%1 register, %2</source>
        <translation>%1 个寄存器，%2</translation>
    </message>
    <message>
        <source>PC offset %1 = %2 times 4</source>
        <translation>PC 偏移 %1 = %2 乘以 4</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>偏移 %1</translation>
    </message>
    <message>
        <source>offset %1 = %2 times %3</source>
        <translation>偏移 %1 = %2 乘以 %3</translation>
    </message>
    <message>
        <source>%1 is stored</source>
        <translation>存储 %1</translation>
    </message>
    <message>
        <source>%1: the value loaded is discarded</source>
        <translation>%1：加载的值被丢弃</translation>
    </message>
    <message>
        <source>%1 is loaded</source>
        <translation>加载 %1</translation>
    </message>
    <message>
        <source>base %1, written back</source>
        <translation>基址 %1，写回</translation>
    </message>
    <message>
        <source>base %1</source>
        <translation>基址 %1</translation>
    </message>
    <message>
        <source>UXTW: the low 32 bits of Rm, zero-extended</source>
        <translation>UXTW：Rm 的低 32 位，零扩展</translation>
    </message>
    <message>
        <source>LSL: all 64 bits of Rm</source>
        <translation>LSL：Rm 的全部 64 位</translation>
    </message>
    <message>
        <source>SXTW: the low 32 bits of Rm, sign-extended</source>
        <translation>SXTW：Rm 的低 32 位，符号扩展</translation>
    </message>
    <message>
        <source>SXTX: all 64 bits of Rm, as LSL</source>
        <translation>SXTX：Rm 的全部 64 位，同 LSL</translation>
    </message>
    <message>
        <source>the offset is not shifted</source>
        <translation>偏移不移位</translation>
    </message>
    <message>
        <source>the offset is shifted left by %1</source>
        <translation>偏移左移 %1 位</translation>
    </message>
    <message>
        <source>SIMD&amp;FP registers</source>
        <translation>SIMD&amp;FP 寄存器</translation>
    </message>
    <message>
        <source>general-purpose registers</source>
        <translation>通用寄存器</translation>
    </message>
    <message>
        <source>prefetch operation %1</source>
        <translation>预取操作 %1</translation>
    </message>
    <message>
        <source>offset register %1</source>
        <translation>偏移寄存器 %1</translation>
    </message>
    <message>
        <source>acquire or release</source>
        <translation>获取或释放</translation>
    </message>
    <message>
        <source>acquire or release in a LORegion only</source>
        <translation>仅在 LORegion 内获取或释放</translation>
    </message>
    <message>
        <source>should be one</source>
        <translation>应为 1</translation>
    </message>
    <message>
        <source>should be one, but is not</source>
        <translation>应为 1，但不是</translation>
    </message>
    <message>
        <source>Not valid: ISV is 0, so the syndrome does not describe the access.</source>
        <translation>无效：ISV 为 0，综合征不描述该访问。</translation>
    </message>
    <message>
        <source>Not valid: the fault is no synchronous External abort.</source>
        <translation>无效：该错误不是 synchronous External abort。</translation>
    </message>
    <message>
        <source>Not valid: the fault is no Permission fault.</source>
        <translation>无效：该错误不是 Permission fault。</translation>
    </message>
    <message>
        <source>Not caused by the HDBSS</source>
        <translation>不是由 HDBSS 引起</translation>
    </message>
    <message>
        <source>The HDBSS is full, or a write to it failed</source>
        <translation>HDBSS 已满，或对它的写入失败</translation>
    </message>
    <message>
        <source>Hardware dirty state tracking structure fault</source>
        <translation>硬件脏状态跟踪结构错误</translation>
    </message>
    <message>
        <source>Set when the fault was caused by the structure in which the hardware logs dirty pages (FEAT_HDBSS), not by the guest.</source>
        <translation>当错误由硬件记录脏页的结构（FEAT_HDBSS）而非客户机引起时置位。</translation>
    </message>
    <message>
        <source>Not due to an Allocation Tag write</source>
        <translation>不是由写分配标签引起</translation>
    </message>
    <message>
        <source>An Allocation Tag write to Canonically Tagged memory was refused</source>
        <translation>对规范标签内存的分配标签写入被拒绝</translation>
    </message>
    <message>
        <source>Tag not Data</source>
        <translation>标签而非数据</translation>
    </message>
    <message>
        <source>Set when stage 1 refused to write an Allocation Tag, not data, to Canonically Tagged memory (FEAT_MTE_CANONICAL_TAGS).</source>
        <translation>当 stage 1 拒绝向规范标签内存写入分配标签（而非数据）时置位（FEAT_MTE_CANONICAL_TAGS）。</translation>
    </message>
    <message>
        <source>Not due to the NoTagAccess attribute</source>
        <translation>不是由 NoTagAccess 属性引起</translation>
    </message>
    <message>
        <source>Refused by the stage 2 NoTagAccess attribute</source>
        <translation>被 stage 2 的 NoTagAccess 属性拒绝</translation>
    </message>
    <message>
        <source>NoTagAccess fault</source>
        <translation>NoTagAccess 错误</translation>
    </message>
    <message>
        <source>Set when the stage 2 attribute NoTagAccess refused an access to Allocation Tags (FEAT_MTE_PERM).</source>
        <translation>当 stage 2 属性 NoTagAccess 拒绝对分配标签的访问时置位（FEAT_MTE_PERM）。</translation>
    </message>
    <message>
        <source>Not a Guarded Control Stack data access</source>
        <translation>不是 Guarded Control Stack 数据访问</translation>
    </message>
    <message>
        <source>A Guarded Control Stack data access</source>
        <translation>是 Guarded Control Stack 数据访问</translation>
    </message>
    <message>
        <source>Guarded Control Stack access</source>
        <translation>Guarded Control Stack 访问</translation>
    </message>
    <message>
        <source>Set when the access was made to a Guarded Control Stack by the instruction (FEAT_GCS).</source>
        <translation>当指令访问的是 Guarded Control Stack 时置位（FEAT_GCS）。</translation>
    </message>
    <message>
        <source>Not due to AssuredOnly</source>
        <translation>不是由 AssuredOnly 引起</translation>
    </message>
    <message>
        <source>Refused because of AssuredOnly</source>
        <translation>因 AssuredOnly 被拒绝</translation>
    </message>
    <message>
        <source>AssuredOnly fault</source>
        <translation>AssuredOnly 错误</translation>
    </message>
    <message>
        <source>Set when stage 2 asks for a translation that stage 1 protects (AssuredOnly, FEAT_THE) and this one was not.</source>
        <translation>当 stage 2 要求转换受 stage 1 保护（AssuredOnly，FEAT_THE），而本次转换未受保护时置位。</translation>
    </message>
    <message>
        <source>Not due to overlay permissions</source>
        <translation>不是由叠加权限引起</translation>
    </message>
    <message>
        <source>Refused by overlay permissions</source>
        <translation>被叠加权限拒绝</translation>
    </message>
    <message>
        <source>Overlay fault</source>
        <translation>叠加错误</translation>
    </message>
    <message>
        <source>Set when the permission overlay took away a right that the base permissions give (FEAT_S1POE, FEAT_S2POE).</source>
        <translation>当权限叠加取消了基础权限所授予的权限时置位（FEAT_S1POE、FEAT_S2POE）。</translation>
    </message>
    <message>
        <source>Not due to dirty state</source>
        <translation>不是由脏状态引起</translation>
    </message>
    <message>
        <source>Refused because of dirty state</source>
        <translation>因脏状态被拒绝</translation>
    </message>
    <message>
        <source>Dirty state fault</source>
        <translation>脏状态错误</translation>
    </message>
    <message>
        <source>Set when a write found its page clean and the hardware does not manage dirty state (FEAT_S1PIE, FEAT_S2PIE).</source>
        <translation>当写入遇到干净页且硬件不管理脏状态时置位（FEAT_S1PIE、FEAT_S2PIE）。</translation>
    </message>
    <message>
        <source>Status register of ST64BV or ST64BV0</source>
        <translation>ST64BV 或 ST64BV0 的状态寄存器</translation>
    </message>
    <message>
        <source>The register that receives the status of the 64-byte store.</source>
        <translation>接收 64 字节存储状态的寄存器。</translation>
    </message>
    <message>
        <source>Not valid: the instruction is neither ST64BV nor ST64BV0.</source>
        <translation>无效：该指令既不是 ST64BV 也不是 ST64BV0。</translation>
    </message>
    <message>
        <source>ISS[23:14] hold no valid instruction syndrome: fetch and decode the instruction</source>
        <translation>ISS[23:14] 不含有效的指令综合征：须取出指令并解码</translation>
    </message>
    <message>
        <source>ISS[23:14] hold a valid instruction syndrome</source>
        <translation>ISS[23:14] 含有效的指令综合征</translation>
    </message>
    <message>
        <source>Instruction syndrome valid</source>
        <translation>指令综合征有效</translation>
    </message>
    <message>
        <source>Tells whether ISS[23:14] describe the load or store, so that it can be carried out without fetching the instruction.</source>
        <translation>指明 ISS[23:14] 是否描述了该加载或存储，从而无需取指即可执行它。</translation>
    </message>
    <message>
        <source>Byte: 1 byte</source>
        <translation>字节：1 字节</translation>
    </message>
    <message>
        <source>Halfword: 2 bytes</source>
        <translation>半字：2 字节</translation>
    </message>
    <message>
        <source>Word: 4 bytes</source>
        <translation>字：4 字节</translation>
    </message>
    <message>
        <source>Doubleword: 8 bytes</source>
        <translation>双字：8 字节</translation>
    </message>
    <message>
        <source>Syndrome access size</source>
        <translation>综合征访问大小</translation>
    </message>
    <message>
        <source>How many bytes the instruction loads or stores.</source>
        <translation>指令加载或存储的字节数。</translation>
    </message>
    <message>
        <source>Zero-extended, no sign extension</source>
        <translation>零扩展，不做符号扩展</translation>
    </message>
    <message>
        <source>Sign-extended to the width of the register</source>
        <translation>符号扩展到寄存器宽度</translation>
    </message>
    <message>
        <source>Syndrome sign extend</source>
        <translation>综合征符号扩展</translation>
    </message>
    <message>
        <source>Whether a loaded byte, halfword or word is sign-extended to the width of the register. A store has 0 here.</source>
        <translation>加载的字节、半字或字是否符号扩展到寄存器宽度。存储时此处为 0。</translation>
    </message>
    <message>
        <source>Not due to the TopLevel check</source>
        <translation>不是由 TopLevel 检查引起</translation>
    </message>
    <message>
        <source>Refused by the stage 2 TopLevel check</source>
        <translation>被 stage 2 的 TopLevel 检查拒绝</translation>
    </message>
    <message>
        <source>TopLevel fault</source>
        <translation>TopLevel 错误</translation>
    </message>
    <message>
        <source>Set when the guest used a TTBR whose table stage 2 does not allow as a top-level table (FEAT_THE).</source>
        <translation>当客户机所用 TTBR 的表不被 stage 2 允许作为顶级表时置位（FEAT_THE）。</translation>
    </message>
    <message>
        <source>Syndrome register transfer</source>
        <translation>综合征寄存器传送</translation>
    </message>
    <message>
        <source>The general-purpose register that is loaded or stored; 31 is the zero register.</source>
        <translation>被加载或存储的通用寄存器；31 表示零寄存器。</translation>
    </message>
    <message>
        <source>Not a store or table update, or it is not known whether the location was updated</source>
        <translation>不是存储或表更新，或不知道该位置是否已更新</translation>
    </message>
    <message>
        <source>Reserved value</source>
        <translation>保留值</translation>
    </message>
    <message>
        <source>A store or table update that did not update the location</source>
        <translation>存储或表更新，且未更新该位置</translation>
    </message>
    <message>
        <source>A store or table update that did update the location</source>
        <translation>存储或表更新，且已更新该位置</translation>
    </message>
    <message>
        <source>Write update</source>
        <translation>写更新</translation>
    </message>
    <message>
        <source>Whether a store, or a hardware update of a table, changed memory before the External abort was reported (FEAT_RASv2).</source>
        <translation>在报告 External abort 之前，存储或硬件的表更新是否已改变内存（FEAT_RASv2）。</translation>
    </message>
    <message>
        <source>32-bit register (Wt); a load clears bits 63:32</source>
        <translation>32 位寄存器（Wt）；加载会将位 63:32 清零</translation>
    </message>
    <message>
        <source>64-bit register (Xt)</source>
        <translation>64 位寄存器（Xt）</translation>
    </message>
    <message>
        <source>Sixty-four bit register</source>
        <translation>64 位寄存器</translation>
    </message>
    <message>
        <source>The width of the register the instruction names, which a loaded value is extended to.</source>
        <translation>指令所用寄存器的宽度，加载的值扩展到该宽度。</translation>
    </message>
    <message>
        <source>FAR holds the faulting address</source>
        <translation>FAR 保存出错的地址</translation>
    </message>
    <message>
        <source>FAR holds any address in the fault granule</source>
        <translation>FAR 保存出错粒度内的任意地址</translation>
    </message>
    <message>
        <source>FAR not precise</source>
        <translation>FAR 不精确</translation>
    </message>
    <message>
        <source>Whether FAR_EL2 names the byte that faulted, or only some byte of the granule it lies in (SVE and SME accesses).</source>
        <translation>FAR_EL2 指明的是出错的那个字节，还是仅为其所在粒度内的某个字节（SVE 和 SME 访问）。</translation>
    </message>
    <message>
        <source>No acquire or release semantics</source>
        <translation>无获取或释放语义</translation>
    </message>
    <message>
        <source>Acquire or release semantics</source>
        <translation>有获取或释放语义</translation>
    </message>
    <message>
        <source>Acquire/Release</source>
        <translation>获取/释放</translation>
    </message>
    <message>
        <source>Whether the instruction has acquire or release semantics, which whoever carries it out has to keep.</source>
        <translation>指令是否具有获取或释放语义；代为执行该指令的一方必须保持这些语义。</translation>
    </message>
    <message>
        <source>PFAR is not valid</source>
        <translation>PFAR 无效</translation>
    </message>
    <message>
        <source>PFAR is valid</source>
        <translation>PFAR 有效</translation>
    </message>
    <message>
        <source>PFAR valid</source>
        <translation>PFAR 有效</translation>
    </message>
    <message>
        <source>Whether PFAR_EL2 holds the physical address of the External abort (FEAT_PFAR).</source>
        <translation>PFAR_EL2 是否保存了 External abort 的物理地址（FEAT_PFAR）。</translation>
    </message>
    <message>
        <source>Not an access through VNCR_EL2</source>
        <translation>不是经由 VNCR_EL2 的访问</translation>
    </message>
    <message>
        <source>An access through VNCR_EL2, made by EL1</source>
        <translation>由 EL1 发起、经由 VNCR_EL2 的访问</translation>
    </message>
    <message>
        <source>Fault through VNCR_EL2</source>
        <translation>经由 VNCR_EL2 的错误</translation>
    </message>
    <message>
        <source>Whether EL1 used a register that FEAT_NV2 keeps in memory, so that EL2&apos;s own tables for the page at VNCR_EL2 failed.</source>
        <translation>EL1 是否使用了 FEAT_NV2 保存在内存中的寄存器，从而使 EL2 自身的表在转换 VNCR_EL2 处的页时出错。</translation>
    </message>
    <message>
        <source>Recoverable state (UER)</source>
        <translation>可恢复状态（UER）</translation>
    </message>
    <message>
        <source>Uncontainable (UC)</source>
        <translation>不可遏制（UC）</translation>
    </message>
    <message>
        <source>Restartable state (UEO)</source>
        <translation>可重启状态（UEO）</translation>
    </message>
    <message>
        <source>Synchronous error type</source>
        <translation>同步错误类型</translation>
    </message>
    <message>
        <source>How far the state of the PE can be trusted after a synchronous External abort (FEAT_RAS).</source>
        <translation>synchronous External abort 之后，PE 的状态在多大程度上可信（FEAT_RAS）。</translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation>未指明</translation>
    </message>
    <message>
        <source>ST64BV</source>
        <translation>ST64BV</translation>
    </message>
    <message>
        <source>LD64B or ST64B</source>
        <translation>LD64B 或 ST64B</translation>
    </message>
    <message>
        <source>ST64BV0</source>
        <translation>ST64BV0</translation>
    </message>
    <message>
        <source>Load/store type</source>
        <translation>加载/存储类型</translation>
    </message>
    <message>
        <source>Which 64-byte load or store of FEAT_LS64 made the access, if one did.</source>
        <translation>若访问由 FEAT_LS64 的 64 字节加载或存储发起，则指明是哪一种。</translation>
    </message>
    <message>
        <source>FAR is valid</source>
        <translation>FAR 有效</translation>
    </message>
    <message>
        <source>FAR is not valid</source>
        <translation>FAR 无效</translation>
    </message>
    <message>
        <source>FAR not valid</source>
        <translation>FAR 无效</translation>
    </message>
    <message>
        <source>Whether FAR_EL2 is of no use. Only an External abort that is not on a table walk may leave it so.</source>
        <translation>FAR_EL2 是否不可用。只有不在表遍历上的 External abort 才可能使其不可用。</translation>
    </message>
    <message>
        <source>Reserved for this fault: FAR is valid.</source>
        <translation>对该错误为保留：FAR 有效。</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED class 0</source>
        <translation>IMPLEMENTATION DEFINED 类别 0</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED class 1</source>
        <translation>IMPLEMENTATION DEFINED 类别 1</translation>
    </message>
    <message>
        <source>External abort type</source>
        <translation>External abort 类型</translation>
    </message>
    <message>
        <source>An IMPLEMENTATION DEFINED classification of External aborts. All other faults have 0 here.</source>
        <translation>External abort 的 IMPLEMENTATION DEFINED 分类。其他所有错误此处均为 0。</translation>
    </message>
    <message>
        <source>Not from a cache maintenance or address translation instruction</source>
        <translation>不是来自缓存维护或地址转换指令</translation>
    </message>
    <message>
        <source>From a cache maintenance or address translation instruction</source>
        <translation>来自缓存维护或地址转换指令</translation>
    </message>
    <message>
        <source>Cache maintenance</source>
        <translation>缓存维护</translation>
    </message>
    <message>
        <source>Whether a cache maintenance or address translation instruction faulted, which has no data to emulate (DC ZVA, which writes, does not count).</source>
        <translation>出错的是否为缓存维护或地址转换指令；这类指令没有可模拟的数据（会写入的 DC ZVA 不算在内）。</translation>
    </message>
    <message>
        <source>Not a stage 2 fault on a stage 1 translation table walk</source>
        <translation>不是 stage 1 转换表遍历上的 stage 2 错误</translation>
    </message>
    <message>
        <source>A stage 2 fault on a stage 1 translation table walk</source>
        <translation>Stage 1 转换表遍历上的 stage 2 错误</translation>
    </message>
    <message>
        <source>Stage 1 translation table walk</source>
        <translation>Stage 1 转换表遍历</translation>
    </message>
    <message>
        <source>Whether stage 2 failed for the address of a stage 1 table rather than for the address of the access. HPFAR_EL2 then names the table.</source>
        <translation>Stage 2 是否因 stage 1 表的地址而非访问本身的地址出错。若是，HPFAR_EL2 指明该表。</translation>
    </message>
    <message>
        <source>Caused by a read</source>
        <translation>由读引起</translation>
    </message>
    <message>
        <source>Caused by a write</source>
        <translation>由写引起</translation>
    </message>
    <message>
        <source>Write not Read</source>
        <translation>写而非读</translation>
    </message>
    <message>
        <source>The direction of the access. Cache maintenance counts as a write; on a table walk (S1PTW) it is still that of the instruction.</source>
        <translation>访问的方向。缓存维护按写计；在表遍历上（S1PTW）仍为该指令的方向。</translation>
    </message>
    <message>
        <source>Data fault status code</source>
        <translation>数据错误状态码</translation>
    </message>
    <message>
        <source>The kind of fault and, for faults of a walk, the level of the table where it was found.</source>
        <translation>错误的种类；对于遍历中的错误，还包括发现错误的表的级别。</translation>
    </message>
    <message>
        <source>Instruction fault status code</source>
        <translation>指令错误状态码</translation>
    </message>
    <message>
        <source>Faulting virtual address</source>
        <translation>出错的虚拟地址</translation>
    </message>
    <message>
        <source>The virtual address the access was made with, tag byte included. It is valid unless the syndrome has FnV = 1.</source>
        <translation>访问所用的虚拟地址，包含标签字节。除非综合征中 FnV = 1，否则有效。</translation>
    </message>
    <message>
        <source>Secure IPA space, or not in Secure state</source>
        <translation>Secure IPA 空间，或不在 Secure 状态</translation>
    </message>
    <message>
        <source>Non-secure IPA space</source>
        <translation>Non-secure IPA 空间</translation>
    </message>
    <message>
        <source>Non-secure</source>
        <translation>Non-secure</translation>
    </message>
    <message>
        <source>For a fault taken to Secure EL2, the IPA space that FIPA lies in (FEAT_SEL2).</source>
        <translation>对于陷入 Secure EL2 的错误，FIPA 所在的 IPA 空间（FEAT_SEL2）。</translation>
    </message>
    <message>
        <source>Faulting intermediate physical address</source>
        <translation>出错的中间物理地址</translation>
    </message>
    <message>
        <source>Bits 55:12 of the IPA that stage 2 refused; the offset in the page is that of FAR_EL2. For a stage 2 fault on a stage 1 walk it is the page of the table. It is UNKNOWN for faults that do not set it, such as a Permission fault of the access itself.</source>
        <translation>被 stage 2 拒绝的 IPA 的位 55:12；页内偏移取自 FAR_EL2。对于 stage 1 遍历上的 stage 2 错误，它是表所在的页。对于不设置它的错误（例如访问本身的 Permission fault），它为 UNKNOWN。</translation>
    </message>
    <message>
        <source>Fault Address Register (EL2)</source>
        <translation>错误地址寄存器（EL2）</translation>
    </message>
    <message>
        <source>Hypervisor IPA Fault Address Register</source>
        <translation>虚拟机监控程序 IPA 错误地址寄存器</translation>
    </message>
    <message>
        <source>The high bits of the output address, with 52-bit addresses.</source>
        <translation>使用 52 位地址时，输出地址的高位。</translation>
    </message>
    <message>
        <source>The high bits of the address of the next table, with 52-bit addresses.</source>
        <translation>使用 52 位地址时，下一级表地址的高位。</translation>
    </message>
    <message>
        <source>Output address, high bits</source>
        <translation>输出地址，高位</translation>
    </message>
    <message>
        <source>Invalid descriptor</source>
        <translation>无效描述符</translation>
    </message>
    <message>
        <source>Stage 1 table descriptor</source>
        <translation>Stage 1 表描述符</translation>
    </message>
    <message>
        <source>Stage 1 block descriptor</source>
        <translation>Stage 1 块描述符</translation>
    </message>
    <message>
        <source>Stage 1 page descriptor</source>
        <translation>Stage 1 页描述符</translation>
    </message>
    <message>
        <source>Stage 2 table descriptor</source>
        <translation>Stage 2 表描述符</translation>
    </message>
    <message>
        <source>Stage 2 block descriptor</source>
        <translation>Stage 2 块描述符</translation>
    </message>
    <message>
        <source>Stage 2 page descriptor</source>
        <translation>Stage 2 页描述符</translation>
    </message>
    <message>
        <source>Memory type: %1 (Attr%2 of MAIR is %3).</source>
        <translation>内存类型：%1（MAIR 的 Attr%2 为 %3）。</translation>
    </message>
    <message>
        <source>Memory type, stage 1 and 2 together (FWB is 1): %1.</source>
        <translation>Stage 1 与 stage 2 合并后的内存类型（FWB 为 1）：%1。</translation>
    </message>
    <message>
        <source>Memory type, stage 1 and 2 together (FWB is 0): %1.</source>
        <translation>Stage 1 与 stage 2 合并后的内存类型（FWB 为 0）：%1。</translation>
    </message>
    <message>
        <source>Memory type of stage 2 (FWB is 1): %1.</source>
        <translation>Stage 2 的内存类型（FWB 为 1）：%1。</translation>
    </message>
    <message>
        <source>Memory type of stage 2 (FWB is 0): %1.</source>
        <translation>Stage 2 的内存类型（FWB 为 0）：%1。</translation>
    </message>
    <message>
        <source>no descriptor: the granule has no level %2</source>
        <translation>无描述符：该粒度没有第 %2 级</translation>
    </message>
    <message>
        <source>reserved at level %2 of stage %1, taken as invalid: a translation fault</source>
        <translation>在 stage %1 第 %2 级为保留，按无效处理：Translation fault</translation>
    </message>
    <message>
        <source>invalid stage %1 descriptor: a translation fault at level %2</source>
        <translation>无效的 stage %1 描述符：第 %2 级 Translation fault</translation>
    </message>
    <message>
        <source>stage %1 table at level %2, next table at %4</source>
        <translation>stage %1 第 %2 级的表，下一级表位于 %4</translation>
    </message>
    <message>
        <source>stage %1 block at level %2, %3 at %4, %5</source>
        <translation>stage %1 第 %2 级的块，%3 位于 %4，%5</translation>
    </message>
    <message>
        <source>stage %1 page at level %2, %3 at %4, %5</source>
        <translation>stage %1 第 %2 级的页，%3 位于 %4，%5</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Block at levels 1 and 2; reserved at level 3</source>
        <translation>第 1、2 级为块；第 3 级为保留</translation>
    </message>
    <message>
        <source>Table at levels 0 to 2, page at level 3</source>
        <translation>第 0 至 2 级为表，第 3 级为页</translation>
    </message>
    <message>
        <source>Descriptor type</source>
        <translation>描述符类型</translation>
    </message>
    <message>
        <source>Bit 0 says whether the descriptor is valid, bit 1 what it is at its level.</source>
        <translation>位 0 表示描述符是否有效，位 1 表示它在该级别上是什么。</translation>
    </message>
    <message>
        <source>Block at levels 1 and 2; reserved, and so invalid, at level 3</source>
        <translation>第 1、2 级为块；第 3 级为保留，因而无效</translation>
    </message>
    <message>
        <source>Output address</source>
        <translation>输出地址</translation>
    </message>
    <message>
        <source>Where the page of 4 KiB lies in the output address space.</source>
        <translation>4 KiB 页在输出地址空间中的位置。</translation>
    </message>
    <message>
        <source>Where the block lies in the output address space: 2 MiB at level 2; at level 1 a block has 1 GiB and bits 29:21 are 0.</source>
        <translation>块在输出地址空间中的位置：第 2 级的块为 2 MiB；第 1 级的块为 1 GiB，且位 29:21 为 0。</translation>
    </message>
    <message>
        <source>Next-level table address</source>
        <translation>下一级表地址</translation>
    </message>
    <message>
        <source>Where the table of the next level begins.</source>
        <translation>下一级表的起始位置。</translation>
    </message>
    <message>
        <source>Where the block or page lies in the output address space.</source>
        <translation>块或页在输出地址空间中的位置。</translation>
    </message>
    <message>
        <source>Not protected, or ignored</source>
        <translation>不受保护，或被忽略</translation>
    </message>
    <message>
        <source>Protected, if TCR2_ELx.PnCH is 1; else ignored</source>
        <translation>若 TCR2_ELx.PnCH 为 1 则受保护；否则被忽略</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Whether only checked instructions may change this entry (FEAT_THE); ignored without it.</source>
        <translation>是否只有经检查的指令才能更改此表项（FEAT_THE）；没有该特性时被忽略。</translation>
    </message>
    <message>
        <source>Not accessed, or ignored</source>
        <translation>未访问，或被忽略</translation>
    </message>
    <message>
        <source>Accessed, if hardware manages it for tables; else ignored</source>
        <translation>若硬件对表管理此标志则为已访问；否则被忽略</translation>
    </message>
    <message>
        <source>Access flag</source>
        <translation>访问标志</translation>
    </message>
    <message>
        <source>Whether a walk went through this table (FEAT_HAFT); ignored without it.</source>
        <translation>是否有遍历经过此表（FEAT_HAFT）；没有该特性时被忽略。</translation>
    </message>
    <message>
        <source>Page-based hardware attributes</source>
        <translation>基于页的硬件属性</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED bits that go out with the access where the control register allows it (FEAT_HPDS2), else ignored.</source>
        <translation>IMPLEMENTATION DEFINED 的位，在控制寄存器允许时（FEAT_HPDS2）随访问一同发出，否则被忽略。</translation>
    </message>
    <message>
        <source>Reserved for software use</source>
        <translation>保留供软件使用</translation>
    </message>
    <message>
        <source>Bits that the hardware ignores and the operating system or hypervisor may use.</source>
        <translation>被硬件忽略、可供操作系统或虚拟机监控程序使用的位。</translation>
    </message>
    <message>
        <source>Not one of a contiguous run</source>
        <translation>不属于连续区段</translation>
    </message>
    <message>
        <source>One of a contiguous run of entries</source>
        <translation>属于一段连续表项</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>A hint that this entry is one of a run of 16 that maps one contiguous range and may share a TLB entry.</source>
        <translation>提示此表项是 16 个表项组成的区段之一，该区段映射一个连续范围，可共用一个 TLB 表项。</translation>
    </message>
    <message>
        <source>Dirty state is not managed by hardware here</source>
        <translation>此处硬件不管理脏状态</translation>
    </message>
    <message>
        <source>A write may turn the page writable</source>
        <translation>写入可使该页变为可写</translation>
    </message>
    <message>
        <source>Dirty Bit Modifier</source>
        <translation>脏位修改标志</translation>
    </message>
    <message>
        <source>With hardware management of dirty state, the page is writable although marked read-only: the hardware makes it so on the first write.</source>
        <translation>在硬件管理脏状态时，该页虽标为只读，但实为可写：首次写入时硬件将其改为可写。</translation>
    </message>
    <message>
        <source>An ordinary block</source>
        <translation>普通块</translation>
    </message>
    <message>
        <source>May not be cached where that could cause a conflict</source>
        <translation>在可能引起冲突处不得缓存</translation>
    </message>
    <message>
        <source>Block translation entry</source>
        <translation>块转换表项</translation>
    </message>
    <message>
        <source>FEAT_BBML1: software is changing the block size, so the entry may be left out of TLBs.</source>
        <translation>FEAT_BBML1：软件正在更改块大小，因此该表项可不进入 TLB。</translation>
    </message>
    <message>
        <source>Not accessed: an access faults</source>
        <translation>未访问：访问会出错</translation>
    </message>
    <message>
        <source>Accessed</source>
        <translation>已访问</translation>
    </message>
    <message>
        <source>Whether the entry was used. While it is 0 an access raises an Access flag fault, unless the hardware sets it.</source>
        <translation>该表项是否被使用过。为 0 时，访问会引发 Access flag fault，除非由硬件置位。</translation>
    </message>
    <message>
        <source>Non-shareable</source>
        <translation>Non-shareable</translation>
    </message>
    <message>
        <source>Outer Shareable</source>
        <translation>Outer Shareable</translation>
    </message>
    <message>
        <source>Inner Shareable</source>
        <translation>Inner Shareable</translation>
    </message>
    <message>
        <source>Shareability</source>
        <translation>可共享性</translation>
    </message>
    <message>
        <source>Among which observers accesses are kept coherent; Device and Non-cacheable memory is always Outer Shareable.</source>
        <translation>访问在哪些观察者之间保持一致；Device 和 Non-cacheable 内存始终为 Outer Shareable。</translation>
    </message>
    <message>
        <source>EL0 may execute</source>
        <translation>EL0 可执行</translation>
    </message>
    <message>
        <source>EL0 may not execute</source>
        <translation>EL0 不可执行</translation>
    </message>
    <message>
        <source>Unprivileged execute-never</source>
        <translation>非特权永不执行</translation>
    </message>
    <message>
        <source>Whether EL0 may not execute from here.</source>
        <translation>EL0 是否不可从此处执行。</translation>
    </message>
    <message>
        <source>EL1 may execute</source>
        <translation>EL1 可执行</translation>
    </message>
    <message>
        <source>EL1 may not execute</source>
        <translation>EL1 不可执行</translation>
    </message>
    <message>
        <source>Privileged execute-never</source>
        <translation>特权永不执行</translation>
    </message>
    <message>
        <source>Whether EL1 may not execute from here. It may not either where EL0 can write.</source>
        <translation>EL1 是否不可从此处执行。若 EL0 可写，则 EL1 同样不可执行。</translation>
    </message>
    <message>
        <source>Not guarded</source>
        <translation>非受保护页</translation>
    </message>
    <message>
        <source>Guarded</source>
        <translation>受保护页</translation>
    </message>
    <message>
        <source>Guarded page</source>
        <translation>受保护页（Guarded page）</translation>
    </message>
    <message>
        <source>Whether indirect branches into the page must land on a BTI instruction (FEAT_BTI).</source>
        <translation>间接分支进入该页时是否必须落在 BTI 指令上（FEAT_BTI）。</translation>
    </message>
    <message>
        <source>Global: all ASIDs</source>
        <translation>全局：所有 ASID</translation>
    </message>
    <message>
        <source>Only the current ASID</source>
        <translation>仅当前 ASID</translation>
    </message>
    <message>
        <source>not Global</source>
        <translation>非全局</translation>
    </message>
    <message>
        <source>Whether TLB entries belong to the current ASID only.</source>
        <translation>TLB 表项是否只属于当前 ASID。</translation>
    </message>
    <message>
        <source>EL1 read/write, EL0 no access</source>
        <translation>EL1 读/写，EL0 无访问权</translation>
    </message>
    <message>
        <source>EL1 and EL0 read/write</source>
        <translation>EL1 和 EL0 读/写</translation>
    </message>
    <message>
        <source>EL1 read-only, EL0 no access</source>
        <translation>EL1 只读，EL0 无访问权</translation>
    </message>
    <message>
        <source>EL1 and EL0 read-only</source>
        <translation>EL1 和 EL0 只读</translation>
    </message>
    <message>
        <source>Data access permissions</source>
        <translation>数据访问权限</translation>
    </message>
    <message>
        <source>What EL1 and EL0 may do with data; PAN and the table attributes may take more away.</source>
        <translation>EL1 和 EL0 可对数据做什么；PAN 和表属性可进一步收紧权限。</translation>
    </message>
    <message>
        <source>Secure, or not in Secure state</source>
        <translation>Secure，或不在 Secure 状态</translation>
    </message>
    <message>
        <source>The output address space, for accesses from Secure state; otherwise ignored.</source>
        <translation>来自 Secure 状态的访问的输出地址空间；否则被忽略。</translation>
    </message>
    <message>
        <source>Memory attributes index</source>
        <translation>内存属性索引</translation>
    </message>
    <message>
        <source>Which byte of MAIR_EL1 gives the memory type and cacheability.</source>
        <translation>由 MAIR_EL1 的哪个字节给出内存类型和可缓存性。</translation>
    </message>
    <message>
        <source>As the descriptor says</source>
        <translation>以描述符为准</translation>
    </message>
    <message>
        <source>Non-secure from here on</source>
        <translation>由此往下均为 Non-secure</translation>
    </message>
    <message>
        <source>Non-secure tables</source>
        <translation>Non-secure 表</translation>
    </message>
    <message>
        <source>For walks in Secure state: the tables below lie in Non-secure memory.</source>
        <translation>用于 Secure 状态下的遍历：下级各表位于 Non-secure 内存。</translation>
    </message>
    <message>
        <source>No effect</source>
        <translation>无作用</translation>
    </message>
    <message>
        <source>No access from EL0</source>
        <translation>EL0 无访问权</translation>
    </message>
    <message>
        <source>No write access</source>
        <translation>无写权限</translation>
    </message>
    <message>
        <source>No write access, and no access from EL0</source>
        <translation>无写权限，且 EL0 无访问权</translation>
    </message>
    <message>
        <source>Access permissions limit</source>
        <translation>访问权限限制</translation>
    </message>
    <message>
        <source>Takes rights away from all that lies below this table.</source>
        <translation>对此表之下的一切收回权限。</translation>
    </message>
    <message>
        <source>Unprivileged execute-never limit</source>
        <translation>非特权永不执行限制</translation>
    </message>
    <message>
        <source>Takes execution at EL0 away from all that lies below this table.</source>
        <translation>对此表之下的一切收回 EL0 执行权限。</translation>
    </message>
    <message>
        <source>Privileged execute-never limit</source>
        <translation>特权永不执行限制</translation>
    </message>
    <message>
        <source>Takes execution at EL1 away from all that lies below this table.</source>
        <translation>对此表之下的一切收回 EL1 执行权限。</translation>
    </message>
    <message>
        <source>EL1 and EL0 may execute</source>
        <translation>EL1 和 EL0 可执行</translation>
    </message>
    <message>
        <source>EL0 may execute, EL1 may not</source>
        <translation>EL0 可执行，EL1 不可</translation>
    </message>
    <message>
        <source>Neither EL1 nor EL0 may execute</source>
        <translation>EL1 和 EL0 均不可执行</translation>
    </message>
    <message>
        <source>EL1 may execute, EL0 may not</source>
        <translation>EL1 可执行，EL0 不可</translation>
    </message>
    <message>
        <source>Execute-never</source>
        <translation>永不执行</translation>
    </message>
    <message>
        <source>Who may execute from here (FEAT_XNX; without it bit 54 alone forbids all execution).</source>
        <translation>谁可从此处执行（FEAT_XNX；没有该特性时，位 54 单独即可禁止一切执行）。</translation>
    </message>
    <message>
        <source>XS as stage 1 says</source>
        <translation>XS 以 stage 1 为准</translation>
    </message>
    <message>
        <source>XS is 0</source>
        <translation>XS 为 0</translation>
    </message>
    <message>
        <source>XS attribute override</source>
        <translation>XS 属性覆盖</translation>
    </message>
    <message>
        <source>Whether the XS attribute of the memory is forced to 0 (FEAT_XS).</source>
        <translation>内存的 XS 属性是否被强制为 0（FEAT_XS）。</translation>
    </message>
    <message>
        <source>No data access</source>
        <translation>无数据访问权</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Write-only</source>
        <translation>只写</translation>
    </message>
    <message>
        <source>Read/write</source>
        <translation>读/写</translation>
    </message>
    <message>
        <source>Stage 2 data access permissions</source>
        <translation>Stage 2 数据访问权限</translation>
    </message>
    <message>
        <source>What the guest may do with data here, at EL1 and EL0 alike.</source>
        <translation>客户机可对此处的数据做什么，EL1 和 EL0 相同。</translation>
    </message>
    <message>
        <source>Device-nGnRnE</source>
        <translation>Device-nGnRnE</translation>
    </message>
    <message>
        <source>Device-nGnRE</source>
        <translation>Device-nGnRE</translation>
    </message>
    <message>
        <source>Device-nGRE</source>
        <translation>Device-nGRE</translation>
    </message>
    <message>
        <source>Device-GRE</source>
        <translation>Device-GRE</translation>
    </message>
    <message>
        <source>Normal Write-Back, NoTagAccess (FEAT_MTE_PERM, else reserved)</source>
        <translation>Normal Write-Back，NoTagAccess（FEAT_MTE_PERM，否则为保留）</translation>
    </message>
    <message>
        <source>Normal, Outer and Inner Non-cacheable</source>
        <translation>Normal，Outer 和 Inner Non-cacheable</translation>
    </message>
    <message>
        <source>Normal, Outer Non-cacheable, Inner Write-Through</source>
        <translation>Normal，Outer Non-cacheable，Inner Write-Through</translation>
    </message>
    <message>
        <source>Normal, Outer Non-cacheable, Inner Write-Back</source>
        <translation>Normal，Outer Non-cacheable，Inner Write-Back</translation>
    </message>
    <message>
        <source>Normal, Outer Write-Through, Inner Non-cacheable</source>
        <translation>Normal，Outer Write-Through，Inner Non-cacheable</translation>
    </message>
    <message>
        <source>Normal, Outer and Inner Write-Through</source>
        <translation>Normal，Outer 和 Inner Write-Through</translation>
    </message>
    <message>
        <source>Normal, Outer Write-Through, Inner Write-Back</source>
        <translation>Normal，Outer Write-Through，Inner Write-Back</translation>
    </message>
    <message>
        <source>Normal, Outer Write-Back, Inner Non-cacheable</source>
        <translation>Normal，Outer Write-Back，Inner Non-cacheable</translation>
    </message>
    <message>
        <source>Normal, Outer Write-Back, Inner Write-Through</source>
        <translation>Normal，Outer Write-Back，Inner Write-Through</translation>
    </message>
    <message>
        <source>Normal, Outer and Inner Write-Back</source>
        <translation>Normal，Outer 和 Inner Write-Back</translation>
    </message>
    <message>
        <source>Stage 2 memory attributes</source>
        <translation>Stage 2 内存属性</translation>
    </message>
    <message>
        <source>The memory type stage 2 asks for while HCR_EL2.FWB is 0; the stricter of the two stages wins.</source>
        <translation>HCR_EL2.FWB 为 0 时 stage 2 要求的内存类型；两个阶段中以较严格者为准。</translation>
    </message>
    <message>
        <source>Instruction specific syndrome</source>
        <translation>指令特定综合征</translation>
    </message>
    <message>
        <source>Bits without a meaning: the exception class is unallocated.</source>
        <translation>无含义的位：该异常类别未分配。</translation>
    </message>
    <message>
        <source>stage 1 Address size fault at level %1</source>
        <translation>第 %1 级 stage 1 Address size fault</translation>
    </message>
    <message>
        <source>stage 2 Address size fault at level %1</source>
        <translation>第 %1 级 stage 2 Address size fault</translation>
    </message>
    <message>
        <source>stage 2 Address size fault at level %1 on a stage 1 walk</source>
        <translation>stage 1 遍历上的第 %1 级 stage 2 Address size fault</translation>
    </message>
    <message>
        <source>stage 1 translation fault at level %1</source>
        <translation>第 %1 级 stage 1 Translation fault</translation>
    </message>
    <message>
        <source>stage 2 translation fault at level %1</source>
        <translation>第 %1 级 stage 2 Translation fault</translation>
    </message>
    <message>
        <source>stage 2 translation fault at level %1 on a stage 1 walk</source>
        <translation>stage 1 遍历上的第 %1 级 stage 2 Translation fault</translation>
    </message>
    <message>
        <source>stage 1 Access flag fault at level %1</source>
        <translation>第 %1 级 stage 1 Access flag fault</translation>
    </message>
    <message>
        <source>stage 2 Access flag fault at level %1</source>
        <translation>第 %1 级 stage 2 Access flag fault</translation>
    </message>
    <message>
        <source>stage 2 Access flag fault at level %1 on a stage 1 walk</source>
        <translation>stage 1 遍历上的第 %1 级 stage 2 Access flag fault</translation>
    </message>
    <message>
        <source>stage 1 permission fault at level %1</source>
        <translation>第 %1 级 stage 1 Permission fault</translation>
    </message>
    <message>
        <source>stage 2 permission fault at level %1</source>
        <translation>第 %1 级 stage 2 Permission fault</translation>
    </message>
    <message>
        <source>stage 2 permission fault at level %1 on a stage 1 walk</source>
        <translation>stage 1 遍历上的第 %1 级 stage 2 Permission fault</translation>
    </message>
    <message>
        <source>synchronous External abort</source>
        <translation>synchronous External abort</translation>
    </message>
    <message>
        <source>synchronous External abort on a table walk at level %1</source>
        <translation>第 %1 级表遍历上的 synchronous External abort</translation>
    </message>
    <message>
        <source>synchronous External abort on a stage 2 walk at level %1 for a stage 1 table</source>
        <translation>为 stage 1 表进行的第 %1 级 stage 2 遍历上的 synchronous External abort</translation>
    </message>
    <message>
        <source>alignment fault</source>
        <translation>Alignment fault</translation>
    </message>
    <message>
        <source>synchronous Tag Check Fault</source>
        <translation>同步标签检查错误</translation>
    </message>
    <message>
        <source>synchronous parity or ECC error</source>
        <translation>同步奇偶校验或 ECC 错误</translation>
    </message>
    <message>
        <source>synchronous parity or ECC error on a table walk at level %1</source>
        <translation>第 %1 级表遍历上的同步奇偶校验或 ECC 错误</translation>
    </message>
    <message>
        <source>synchronous parity or ECC error on a stage 2 walk at level %1 for a stage 1 table</source>
        <translation>为 stage 1 表进行的第 %1 级 stage 2 遍历上的同步奇偶校验或 ECC 错误</translation>
    </message>
    <message>
        <source>Granule Protection Fault</source>
        <translation>粒度保护错误</translation>
    </message>
    <message>
        <source>Granule Protection Fault on a table walk at level %1</source>
        <translation>第 %1 级表遍历上的粒度保护错误</translation>
    </message>
    <message>
        <source>Granule Protection Fault on a stage 2 walk at level %1 for a stage 1 table</source>
        <translation>为 stage 1 表进行的第 %1 级 stage 2 遍历上的粒度保护错误</translation>
    </message>
    <message>
        <source>TLB conflict abort</source>
        <translation>TLB 冲突中止</translation>
    </message>
    <message>
        <source>unsupported atomic hardware update fault</source>
        <translation>不支持的原子硬件更新错误</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED lockdown fault</source>
        <translation>IMPLEMENTATION DEFINED 的锁定错误</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED fault of an unsupported Exclusive or Atomic access</source>
        <translation>IMPLEMENTATION DEFINED 的不支持的独占或原子访问错误</translation>
    </message>
    <message>
        <source>load of 1 byte into %2, %3</source>
        <translation>加载 1 字节到 %2，%3</translation>
    </message>
    <message>
        <source>load of %1 bytes into %2, %3</source>
        <translation>加载 %1 字节到 %2，%3</translation>
    </message>
    <message>
        <source>load of 1 byte, sign-extended, into %2, %3</source>
        <translation>加载 1 字节并符号扩展到 %2，%3</translation>
    </message>
    <message>
        <source>load of %1 bytes, sign-extended, into %2, %3</source>
        <translation>加载 %1 字节并符号扩展到 %2，%3</translation>
    </message>
    <message>
        <source>load-acquire of 1 byte into %2, %3</source>
        <translation>加载-获取 1 字节到 %2，%3</translation>
    </message>
    <message>
        <source>load-acquire of %1 bytes into %2, %3</source>
        <translation>加载-获取 %1 字节到 %2，%3</translation>
    </message>
    <message>
        <source>load-acquire of 1 byte, sign-extended, into %2, %3</source>
        <translation>加载-获取 1 字节并符号扩展到 %2，%3</translation>
    </message>
    <message>
        <source>load-acquire of %1 bytes, sign-extended, into %2, %3</source>
        <translation>加载-获取 %1 字节并符号扩展到 %2，%3</translation>
    </message>
    <message>
        <source>store of 1 byte from %2, %3</source>
        <translation>从 %2 存储 1 字节，%3</translation>
    </message>
    <message>
        <source>store of %1 bytes from %2, %3</source>
        <translation>从 %2 存储 %1 字节，%3</translation>
    </message>
    <message>
        <source>store-release of 1 byte from %2, %3</source>
        <translation>从 %2 存储-释放 1 字节，%3</translation>
    </message>
    <message>
        <source>store-release of %1 bytes from %2, %3</source>
        <translation>从 %2 存储-释放 %1 字节，%3</translation>
    </message>
    <message>
        <source>reserved fault status code %1</source>
        <translation>保留的错误状态码 %1</translation>
    </message>
    <message>
        <source>%1 of 64 bytes from %2 on, %3</source>
        <translation>%1 64 字节，源自 %2 起的寄存器，%3</translation>
    </message>
    <message>
        <source>%1 of 64 bytes into %2 on, %3</source>
        <translation>%1 64 字节，写入 %2 起的寄存器，%3</translation>
    </message>
    <message>
        <source>cache maintenance or address translation instruction, %1; ISV is 0, so the access is not described</source>
        <translation>缓存维护或地址转换指令，%1；ISV 为 0，因此未描述该访问</translation>
    </message>
    <message>
        <source>write, %1; ISV is 0, so the access is not described</source>
        <translation>写，%1；ISV 为 0，因此未描述该访问</translation>
    </message>
    <message>
        <source>read, %1; ISV is 0, so the access is not described</source>
        <translation>读，%1；ISV 为 0，因此未描述该访问</translation>
    </message>
    <message>
        <source>instruction fetch, %1</source>
        <translation>取指，%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>ISV is 1 on a synchronous External abort: with FEAT_RAS it is always 0.</source>
        <translation>synchronous External abort 的 ISV 为 1：有 FEAT_RAS 时它始终为 0。</translation>
    </message>
    <message>
        <source>ISV is 1 on a fault of a stage 1 walk (S1PTW): the access is never described there.</source>
        <translation>Stage 1 遍历的错误（S1PTW）的 ISV 为 1：此时从不描述访问。</translation>
    </message>
    <message>
        <source>ISV is 1 in ESR_EL1, where only the 64-byte loads and stores of FEAT_LS64 are described.</source>
        <translation>ESR_EL1 中 ISV 为 1，而那里只描述 FEAT_LS64 的 64 字节加载与存储。</translation>
    </message>
    <message>
        <source>SSE is 1 for a store or for 8 bytes: there is nothing to sign-extend.</source>
        <translation>存储或 8 字节访问的 SSE 为 1：没有可符号扩展的内容。</translation>
    </message>
    <message>
        <source>SAS tells 8 bytes and SF a 32-bit register: they do not fit in it.</source>
        <translation>SAS 指明 8 字节，SF 却指明 32 位寄存器：放不下。</translation>
    </message>
    <message>
        <source>CM is 1 and WnR is 0: cache maintenance and address translation count as writes.</source>
        <translation>CM 为 1 而 WnR 为 0：缓存维护和地址转换应按写计。</translation>
    </message>
    <message>
        <source>WnR is 1 although WnRV says that it is not valid.</source>
        <translation>WnRV 表示 WnR 无效，WnR 却为 1。</translation>
    </message>
    <message>
        <source>Bit %1</source>
        <translation>位 %1</translation>
    </message>
    <message>
        <source>Bits %1:%2</source>
        <translation>位 %1:%2</translation>
    </message>
    <message>
        <source>%1 should be 0, the value is %2.</source>
        <translation>%1 应为 0，实际值为 %2。</translation>
    </message>
    <message>
        <source>%1 should be all ones, the value is %2.</source>
        <translation>%1 应为全 1，实际值为 %2。</translation>
    </message>
    <message>
        <source>%1 holds %2, a value the manual reserves.</source>
        <translation>%1 的值为 %2，手册将该值列为保留。</translation>
    </message>
    <message>
        <source>Exception class %1 is not allocated.</source>
        <translation>异常类别 %1 未分配。</translation>
    </message>
    <message>
        <source>Exception class %1 was withdrawn from the architecture.</source>
        <translation>异常类别 %1 已从架构中撤销。</translation>
    </message>
    <message>
        <source>Exception class %1 is never reported in %2.</source>
        <translation>异常类别 %1 从不在 %2 中报告。</translation>
    </message>
    <message>
        <source>IL is 0, but this exception cannot come from a 16-bit instruction.</source>
        <translation>IL 为 0，但该异常不可能来自 16 位指令。</translation>
    </message>
    <message>
        <source>%1, but the instruction reads it.</source>
        <translation>%1，但该指令读取它。</translation>
    </message>
    <message>
        <source>%1, but the instruction writes it.</source>
        <translation>%1，但该指令写入它。</translation>
    </message>
    <message>
        <source>Unallocated exception class</source>
        <translation>未分配的异常类别</translation>
    </message>
    <message>
        <source>Unknown reason</source>
        <translation>未知原因</translation>
    </message>
    <message>
        <source>Trapped WFI, WFE, WFIT or WFET</source>
        <translation>陷入的 WFI、WFE、WFIT 或 WFET</translation>
    </message>
    <message>
        <source>Trapped MCR or MRC access, coproc 0b1111</source>
        <translation>陷入的 MCR 或 MRC 访问，coproc 0b1111</translation>
    </message>
    <message>
        <source>Trapped MCRR or MRRC access, coproc 0b1111</source>
        <translation>陷入的 MCRR 或 MRRC 访问，coproc 0b1111</translation>
    </message>
    <message>
        <source>Trapped MCR or MRC access, coproc 0b1110</source>
        <translation>陷入的 MCR 或 MRC 访问，coproc 0b1110</translation>
    </message>
    <message>
        <source>Trapped LDC or STC access</source>
        <translation>陷入的 LDC 或 STC 访问</translation>
    </message>
    <message>
        <source>Trapped SME, SVE, Advanced SIMD or floating-point access</source>
        <translation>陷入的 SME、SVE、Advanced SIMD 或浮点访问</translation>
    </message>
    <message>
        <source>Trapped VMRS access to an ID register</source>
        <translation>陷入的对 ID 寄存器的 VMRS 访问</translation>
    </message>
    <message>
        <source>Trapped pointer authentication instruction</source>
        <translation>陷入的指针认证指令</translation>
    </message>
    <message>
        <source>Trapped LD64B, ST64B, ST64BV, ST64BV0, TSB CSYNC or PSB CSYNC</source>
        <translation>陷入的 LD64B、ST64B、ST64BV、ST64BV0、TSB CSYNC 或 PSB CSYNC</translation>
    </message>
    <message>
        <source>Trapped MRRC access, coproc 0b1110</source>
        <translation>陷入的 MRRC 访问，coproc 0b1110</translation>
    </message>
    <message>
        <source>Branch Target exception</source>
        <translation>分支目标异常</translation>
    </message>
    <message>
        <source>Illegal Execution state</source>
        <translation>非法执行状态</translation>
    </message>
    <message>
        <source>SVC executed in AArch32</source>
        <translation>在 AArch32 中执行 SVC</translation>
    </message>
    <message>
        <source>HVC executed in AArch32</source>
        <translation>在 AArch32 中执行 HVC</translation>
    </message>
    <message>
        <source>SMC executed in AArch32</source>
        <translation>在 AArch32 中执行 SMC</translation>
    </message>
    <message>
        <source>Trapped MSRR, MRRS or 128-bit System instruction</source>
        <translation>陷入的 MSRR、MRRS 或 128 位系统指令</translation>
    </message>
    <message>
        <source>SVC executed in AArch64</source>
        <translation>在 AArch64 中执行 SVC</translation>
    </message>
    <message>
        <source>HVC executed in AArch64</source>
        <translation>在 AArch64 中执行 HVC</translation>
    </message>
    <message>
        <source>SMC executed in AArch64</source>
        <translation>在 AArch64 中执行 SMC</translation>
    </message>
    <message>
        <source>Trapped MSR, MRS or System instruction in AArch64</source>
        <translation>陷入的 AArch64 MSR、MRS 或系统指令</translation>
    </message>
    <message>
        <source>Trapped SVE access (ZEN, TZ or EZ)</source>
        <translation>陷入的 SVE 访问（ZEN、TZ 或 EZ）</translation>
    </message>
    <message>
        <source>Trapped ERET, ERETAA or ERETAB</source>
        <translation>陷入的 ERET、ERETAA 或 ERETAB</translation>
    </message>
    <message>
        <source>Trapped TSTART (FEAT_TME, withdrawn)</source>
        <translation>陷入的 TSTART（FEAT_TME，已撤销）</translation>
    </message>
    <message>
        <source>Pointer authentication failure</source>
        <translation>指针认证失败</translation>
    </message>
    <message>
        <source>Trapped SME access</source>
        <translation>陷入的 SME 访问</translation>
    </message>
    <message>
        <source>Granule Protection Check exception</source>
        <translation>粒度保护检查异常</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED exception to EL3</source>
        <translation>送往 EL3 的 IMPLEMENTATION DEFINED 异常</translation>
    </message>
    <message>
        <source>Instruction Abort from a lower Exception level</source>
        <translation>来自较低异常级别的 Instruction Abort</translation>
    </message>
    <message>
        <source>Instruction Abort without a change of Exception level</source>
        <translation>异常级别不变的 Instruction Abort</translation>
    </message>
    <message>
        <source>PC alignment fault</source>
        <translation>PC Alignment fault</translation>
    </message>
    <message>
        <source>Data Abort from a lower Exception level</source>
        <translation>来自较低异常级别的 Data Abort</translation>
    </message>
    <message>
        <source>Data Abort without a change of Exception level, or through VNCR_EL2</source>
        <translation>异常级别不变或经由 VNCR_EL2 的 Data Abort</translation>
    </message>
    <message>
        <source>SP alignment fault</source>
        <translation>SP Alignment fault</translation>
    </message>
    <message>
        <source>Memory Copy or Memory Set exception</source>
        <translation>内存复制或内存设置异常</translation>
    </message>
    <message>
        <source>Trapped floating-point exception from AArch32</source>
        <translation>来自 AArch32 的陷入浮点异常</translation>
    </message>
    <message>
        <source>Trapped floating-point exception from AArch64</source>
        <translation>来自 AArch64 的陷入浮点异常</translation>
    </message>
    <message>
        <source>Guarded Control Stack exception</source>
        <translation>Guarded Control Stack 异常</translation>
    </message>
    <message>
        <source>SError exception</source>
        <translation>SError 异常</translation>
    </message>
    <message>
        <source>Breakpoint from a lower Exception level</source>
        <translation>来自较低异常级别的断点</translation>
    </message>
    <message>
        <source>Breakpoint without a change of Exception level</source>
        <translation>异常级别不变的断点</translation>
    </message>
    <message>
        <source>Software Step from a lower Exception level</source>
        <translation>来自较低异常级别的软件单步</translation>
    </message>
    <message>
        <source>Software Step without a change of Exception level</source>
        <translation>异常级别不变的软件单步</translation>
    </message>
    <message>
        <source>Watchpoint from a lower Exception level</source>
        <translation>来自较低异常级别的观察点</translation>
    </message>
    <message>
        <source>Watchpoint without a change of Exception level, or through VNCR_EL2</source>
        <translation>异常级别不变或经由 VNCR_EL2 的观察点</translation>
    </message>
    <message>
        <source>BKPT executed in AArch32</source>
        <translation>在 AArch32 中执行 BKPT</translation>
    </message>
    <message>
        <source>Vector Catch from AArch32</source>
        <translation>来自 AArch32 的向量捕获</translation>
    </message>
    <message>
        <source>BRK executed in AArch64</source>
        <translation>在 AArch64 中执行 BRK</translation>
    </message>
    <message>
        <source>Profiling exception</source>
        <translation>性能剖析异常</translation>
    </message>
    <message>
        <source>Exception class</source>
        <translation>异常类别</translation>
    </message>
    <message>
        <source>Why the exception was taken. It chooses the layout of ISS and ISS2.</source>
        <translation>发生异常的原因。它决定 ISS 和 ISS2 的布局。</translation>
    </message>
    <message>
        <source>16-bit instruction</source>
        <translation>16 位指令</translation>
    </message>
    <message>
        <source>32-bit instruction, or a class that does not tell</source>
        <translation>32 位指令，或不指明长度的类别</translation>
    </message>
    <message>
        <source>Instruction length</source>
        <translation>指令长度</translation>
    </message>
    <message>
        <source>The length of the instruction that trapped. All A64 instructions have 32 bits, so 0 can only come from T32.</source>
        <translation>陷入指令的长度。所有 A64 指令均为 32 位，因此 0 只可能来自 T32。</translation>
    </message>
    <message>
        <source>Exception Syndrome Register (EL1)</source>
        <translation>异常综合征寄存器（EL1）</translation>
    </message>
    <message>
        <source>Exception Syndrome Register (EL2)</source>
        <translation>异常综合征寄存器（EL2）</translation>
    </message>
    <message>
        <source>Exception Syndrome Register (EL3)</source>
        <translation>异常综合征寄存器（EL3）</translation>
    </message>
    <message>
        <source>FAR is valid: the address of the access whose stage 1 walk failed at stage 2.</source>
        <translation>FAR 有效：其 stage 1 遍历在 stage 2 出错的那次访问的地址。</translation>
    </message>
    <message>
        <source>FAR is valid.</source>
        <translation>FAR 有效。</translation>
    </message>
    <message>
        <source>FAR holds some address in the granule that faulted (FnP is 1), not the exact one.</source>
        <translation>FAR 保存出错粒度内的某个地址（FnP 为 1），而非确切地址。</translation>
    </message>
    <message>
        <source>FAR is not valid: VFV is 0.</source>
        <translation>FAR 无效：VFV 为 0。</translation>
    </message>
    <message>
        <source>FAR is not valid: FnV is 1.</source>
        <translation>FAR 无效：FnV 为 1。</translation>
    </message>
    <message>
        <source>FAR is UNKNOWN: an exception of this class does not write it.</source>
        <translation>FAR 为 UNKNOWN：此类异常不写它。</translation>
    </message>
    <message>
        <source>HPFAR_EL2 is UNKNOWN: an exception of this class does not write it.</source>
        <translation>HPFAR_EL2 为 UNKNOWN：此类异常不写它。</translation>
    </message>
    <message>
        <source>HPFAR_EL2 is valid: the IPA of the page that holds the stage 1 table.</source>
        <translation>HPFAR_EL2 有效：stage 1 表所在页的 IPA。</translation>
    </message>
    <message>
        <source>HPFAR_EL2 is valid: the page of the faulting IPA.</source>
        <translation>HPFAR_EL2 有效：出错 IPA 所在的页。</translation>
    </message>
    <message>
        <source>HPFAR_EL2 is UNKNOWN: the fault is of EL2&apos;s own stage 1 tables.</source>
        <translation>HPFAR_EL2 为 UNKNOWN：该错误来自 EL2 自身的 stage 1 表。</translation>
    </message>
    <message>
        <source>HPFAR_EL2 is UNKNOWN: a Permission fault writes it only on a stage 1 walk (S1PTW). The IPA has to come from a walk of stage 1 for FAR_EL2.</source>
        <translation>HPFAR_EL2 为 UNKNOWN：Permission fault 仅在 stage 1 遍历上（S1PTW）写它。IPA 须通过对 FAR_EL2 进行 stage 1 遍历得到。</translation>
    </message>
    <message>
        <source>HPFAR_EL2 is UNKNOWN: a fault of this kind does not write it.</source>
        <translation>HPFAR_EL2 为 UNKNOWN：此种错误不写它。</translation>
    </message>
    <message>
        <source>Address size fault, level 0 or the translation table base register</source>
        <translation>Address size fault，第 0 级或转换表基址寄存器</translation>
    </message>
    <message>
        <source>Address size fault, level 1</source>
        <translation>Address size fault，第 1 级</translation>
    </message>
    <message>
        <source>Address size fault, level 2</source>
        <translation>Address size fault，第 2 级</translation>
    </message>
    <message>
        <source>Address size fault, level 3</source>
        <translation>Address size fault，第 3 级</translation>
    </message>
    <message>
        <source>Translation fault, level 0</source>
        <translation>Translation fault，第 0 级</translation>
    </message>
    <message>
        <source>Translation fault, level 1</source>
        <translation>Translation fault，第 1 级</translation>
    </message>
    <message>
        <source>Translation fault, level 2</source>
        <translation>Translation fault，第 2 级</translation>
    </message>
    <message>
        <source>Translation fault, level 3</source>
        <translation>Translation fault，第 3 级</translation>
    </message>
    <message>
        <source>Access flag fault, level 0</source>
        <translation>Access flag fault，第 0 级</translation>
    </message>
    <message>
        <source>Access flag fault, level 1</source>
        <translation>Access flag fault，第 1 级</translation>
    </message>
    <message>
        <source>Access flag fault, level 2</source>
        <translation>Access flag fault，第 2 级</translation>
    </message>
    <message>
        <source>Access flag fault, level 3</source>
        <translation>Access flag fault，第 3 级</translation>
    </message>
    <message>
        <source>Permission fault, level 0</source>
        <translation>Permission fault，第 0 级</translation>
    </message>
    <message>
        <source>Permission fault, level 1</source>
        <translation>Permission fault，第 1 级</translation>
    </message>
    <message>
        <source>Permission fault, level 2</source>
        <translation>Permission fault，第 2 级</translation>
    </message>
    <message>
        <source>Permission fault, level 3</source>
        <translation>Permission fault，第 3 级</translation>
    </message>
    <message>
        <source>Synchronous External abort, not on a table walk or update</source>
        <translation>synchronous External abort，不在表遍历或更新上</translation>
    </message>
    <message>
        <source>Synchronous Tag Check Fault</source>
        <translation>同步标签检查错误</translation>
    </message>
    <message>
        <source>Synchronous External abort on a table walk or update, level -2</source>
        <translation>表遍历或更新上的 synchronous External abort，第 -2 级</translation>
    </message>
    <message>
        <source>Synchronous External abort on a table walk or update, level -1</source>
        <translation>表遍历或更新上的 synchronous External abort，第 -1 级</translation>
    </message>
    <message>
        <source>Synchronous External abort on a table walk or update, level 0</source>
        <translation>表遍历或更新上的 synchronous External abort，第 0 级</translation>
    </message>
    <message>
        <source>Synchronous External abort on a table walk or update, level 1</source>
        <translation>表遍历或更新上的 synchronous External abort，第 1 级</translation>
    </message>
    <message>
        <source>Synchronous External abort on a table walk or update, level 2</source>
        <translation>表遍历或更新上的 synchronous External abort，第 2 级</translation>
    </message>
    <message>
        <source>Synchronous External abort on a table walk or update, level 3</source>
        <translation>表遍历或更新上的 synchronous External abort，第 3 级</translation>
    </message>
    <message>
        <source>Synchronous parity or ECC error, not on a table walk</source>
        <translation>同步奇偶校验或 ECC 错误，不在表遍历上</translation>
    </message>
    <message>
        <source>Synchronous parity or ECC error on a table walk or update, level -1</source>
        <translation>表遍历或更新上的同步奇偶校验或 ECC 错误，第 -1 级</translation>
    </message>
    <message>
        <source>Synchronous parity or ECC error on a table walk or update, level 0</source>
        <translation>表遍历或更新上的同步奇偶校验或 ECC 错误，第 0 级</translation>
    </message>
    <message>
        <source>Synchronous parity or ECC error on a table walk or update, level 1</source>
        <translation>表遍历或更新上的同步奇偶校验或 ECC 错误，第 1 级</translation>
    </message>
    <message>
        <source>Synchronous parity or ECC error on a table walk or update, level 2</source>
        <translation>表遍历或更新上的同步奇偶校验或 ECC 错误，第 2 级</translation>
    </message>
    <message>
        <source>Synchronous parity or ECC error on a table walk or update, level 3</source>
        <translation>表遍历或更新上的同步奇偶校验或 ECC 错误，第 3 级</translation>
    </message>
    <message>
        <source>Alignment fault</source>
        <translation>Alignment fault</translation>
    </message>
    <message>
        <source>Granule Protection Fault on a table walk or update, level -2</source>
        <translation>表遍历或更新上的粒度保护错误，第 -2 级</translation>
    </message>
    <message>
        <source>Granule Protection Fault on a table walk or update, level -1</source>
        <translation>表遍历或更新上的粒度保护错误，第 -1 级</translation>
    </message>
    <message>
        <source>Granule Protection Fault on a table walk or update, level 0</source>
        <translation>表遍历或更新上的粒度保护错误，第 0 级</translation>
    </message>
    <message>
        <source>Granule Protection Fault on a table walk or update, level 1</source>
        <translation>表遍历或更新上的粒度保护错误，第 1 级</translation>
    </message>
    <message>
        <source>Granule Protection Fault on a table walk or update, level 2</source>
        <translation>表遍历或更新上的粒度保护错误，第 2 级</translation>
    </message>
    <message>
        <source>Granule Protection Fault on a table walk or update, level 3</source>
        <translation>表遍历或更新上的粒度保护错误，第 3 级</translation>
    </message>
    <message>
        <source>Granule Protection Fault, not on a table walk or update</source>
        <translation>粒度保护错误，不在表遍历或更新上</translation>
    </message>
    <message>
        <source>Address size fault, level -1</source>
        <translation>Address size fault，第 -1 级</translation>
    </message>
    <message>
        <source>Translation fault, level -2</source>
        <translation>Translation fault，第 -2 级</translation>
    </message>
    <message>
        <source>Translation fault, level -1</source>
        <translation>Translation fault，第 -1 级</translation>
    </message>
    <message>
        <source>Address size fault, level -2</source>
        <translation>Address size fault，第 -2 级</translation>
    </message>
    <message>
        <source>Unsupported atomic hardware update fault</source>
        <translation>不支持的原子硬件更新错误</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED fault: Lockdown</source>
        <translation>IMPLEMENTATION DEFINED 错误：锁定</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED fault: Unsupported Exclusive or Atomic access</source>
        <translation>IMPLEMENTATION DEFINED 错误：不支持的独占或原子访问</translation>
    </message>
    <message>
        <source>Reserved fault status code</source>
        <translation>保留的错误状态码</translation>
    </message>
    <message>
        <source>Reserved, 0</source>
        <translation>保留，0</translation>
    </message>
    <message>
        <source>Reserved bits that should be 0 are not</source>
        <translation>应为 0 的保留位不为 0</translation>
    </message>
    <message>
        <source>Reserved, 1</source>
        <translation>保留，1</translation>
    </message>
    <message>
        <source>Reserved bits that should be 1 are not</source>
        <translation>应为 1 的保留位不为 1</translation>
    </message>
    <message>
        <source>%1 is %2 where it should be 0. %3</source>
        <translation>%1 应为 0，实际为 %2。%3</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Reserved bits that hold 0; a 1 here comes from a newer architecture or a broken value.</source>
        <translation>值为 0 的保留位；此处若为 1，则来自更新的架构或损坏的值。</translation>
    </message>
    <message>
        <source>Reserved bits that hold 1; a 0 here comes from a broken value.</source>
        <translation>值为 1 的保留位；此处若为 0，则来自损坏的值。</translation>
    </message>
    <message>
        <source>Ignored by hardware</source>
        <translation>被硬件忽略</translation>
    </message>
    <message>
        <source>The translation does not depend on these bits; software may keep data in them.</source>
        <translation>转换不依赖这些位；软件可在其中保存数据。</translation>
    </message>
    <message>
        <source>Not trapped</source>
        <translation>不陷入</translation>
    </message>
    <message>
        <source>Trapped to EL2</source>
        <translation>陷入 EL2</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Not routed to EL2 by this bit</source>
        <translation>不由此位路由到 EL2</translation>
    </message>
    <message>
        <source>Routed to EL2</source>
        <translation>路由到 EL2</translation>
    </message>
    <message>
        <source>Not pending</source>
        <translation>未挂起</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Forced</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>Full system</source>
        <translation>全系统</translation>
    </message>
    <message>
        <source>AArch32</source>
        <translation>AArch32</translation>
    </message>
    <message>
        <source>AArch64</source>
        <translation>AArch64</translation>
    </message>
    <message>
        <source>TWE delay</source>
        <translation>TWE 延迟</translation>
    </message>
    <message>
        <source>The smallest delay before WFE traps, while TWEDEn is 1: 2 to the power of (this + 8) cycles.</source>
        <translation>TWEDEn 为 1 时，WFE 陷入前的最小延迟：2 的（该值 + 8）次方个周期。</translation>
    </message>
    <message>
        <source>TWE delay enable</source>
        <translation>TWE 延迟使能</translation>
    </message>
    <message>
        <source>Whether a trapped WFE waits as TWEDEL says (FEAT_TWED).</source>
        <translation>陷入的 WFE 是否按 TWEDEL 等待（FEAT_TWED）。</translation>
    </message>
    <message>
        <source>Trap ID group 5</source>
        <translation>陷入 ID 组 5</translation>
    </message>
    <message>
        <source>Whether a read of GMID_EL1 (FEAT_MTE2) at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）读取 GMID_EL1（FEAT_MTE2）是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Default cacheability tagging</source>
        <translation>默认可缓存性标签</translation>
    </message>
    <message>
        <source>Whether memory is Tagged while stage 1 is off by DC (FEAT_MTE2).</source>
        <translation>Stage 1 因 DC 而关闭时，内存是否为 Tagged（FEAT_MTE2）。</translation>
    </message>
    <message>
        <source>Allocation Tag access</source>
        <translation>分配标签访问</translation>
    </message>
    <message>
        <source>Whether use of Allocation Tags and their registers (FEAT_MTE2) works; while it is 0, it traps to EL2.</source>
        <translation>分配标签及其寄存器（FEAT_MTE2）是否可用；为 0 时使用会陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap TLB maintenance, Outer Shareable</source>
        <translation>陷入 TLB 维护，Outer Shareable</translation>
    </message>
    <message>
        <source>Whether a TLBI instruction of the Outer Shareable domain at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行 Outer Shareable 域的 TLBI 指令是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap TLB maintenance, Inner Shareable</source>
        <translation>陷入 TLB 维护，Inner Shareable</translation>
    </message>
    <message>
        <source>Whether a TLBI instruction of the Inner Shareable domain at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行 Inner Shareable 域的 TLBI 指令是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Enable SCXTNUM</source>
        <translation>使能 SCXTNUM</translation>
    </message>
    <message>
        <source>Whether access to SCXTNUM_EL1 and SCXTNUM_EL0 (FEAT_CSV2) works; while it is 0, it traps to EL2.</source>
        <translation>对 SCXTNUM_EL1 和 SCXTNUM_EL0（FEAT_CSV2）的访问是否可用；为 0 时访问会陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap cache maintenance to the point of unification</source>
        <translation>陷入到统一点的缓存维护</translation>
    </message>
    <message>
        <source>Whether cache maintenance to the Point of Unification at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行到统一点（PoU）的缓存维护是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Activity Monitors virtual offset</source>
        <translation>活动监视器虚拟偏移</translation>
    </message>
    <message>
        <source>Whether EL1 and EL0 read the activity counters minus a virtual offset (FEAT_AMUv1p1).</source>
        <translation>EL1 和 EL0 读取活动计数器时是否减去虚拟偏移（FEAT_AMUv1p1）。</translation>
    </message>
    <message>
        <source>Trap ICIALLUIS and IC IALLUIS</source>
        <translation>陷入 ICIALLUIS 和 IC IALLUIS</translation>
    </message>
    <message>
        <source>Whether IC IALLUIS at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行 IC IALLUIS 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap ID group 4</source>
        <translation>陷入 ID 组 4</translation>
    </message>
    <message>
        <source>Whether access to CCSIDR_EL1, CCSIDR2_EL1, CLIDR_EL1 and CSSELR_EL1 at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）访问 CCSIDR_EL1、CCSIDR2_EL1、CLIDR_EL1 和 CSSELR_EL1 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Granule Protection Faults</source>
        <translation>粒度保护错误</translation>
    </message>
    <message>
        <source>Whether Granule Protection Faults of EL1 and EL0 are taken to EL2 (FEAT_RME).</source>
        <translation>EL1 和 EL0 的粒度保护错误是否送往 EL2（FEAT_RME）。</translation>
    </message>
    <message>
        <source>Fault injection enable</source>
        <translation>错误注入使能</translation>
    </message>
    <message>
        <source>Whether access to the error injection registers ERXPFG* (FEAT_RASv1p1) works; while it is 0, it traps to EL2.</source>
        <translation>对错误注入寄存器 ERXPFG*（FEAT_RASv1p1）的访问是否可用；为 0 时访问会陷入 EL2。</translation>
    </message>
    <message>
        <source>Forced Write-Back</source>
        <translation>强制 Write-Back</translation>
    </message>
    <message>
        <source>Whether stage 2 MemAttr replaces the memory type of stage 1 instead of being combined with it (FEAT_S2FWB).</source>
        <translation>Stage 2 的 MemAttr 是否取代 stage 1 的内存类型，而不是与之合并（FEAT_S2FWB）。</translation>
    </message>
    <message>
        <source>Nested virtualization 2</source>
        <translation>嵌套虚拟化 2</translation>
    </message>
    <message>
        <source>Whether EL1 accesses to EL2 registers become memory accesses at VNCR_EL2 (FEAT_NV2).</source>
        <translation>EL1 对 EL2 寄存器的访问是否变为对 VNCR_EL2 处内存的访问（FEAT_NV2）。</translation>
    </message>
    <message>
        <source>Trap address translation</source>
        <translation>陷入地址转换</translation>
    </message>
    <message>
        <source>Whether AT S1E1R, S1E1W, S1E0R, S1E0W and their like at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行 AT S1E1R、S1E1W、S1E0R、S1E0W 等是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Nested virtualization 1</source>
        <translation>嵌套虚拟化 1</translation>
    </message>
    <message>
        <source>Whether EL1 is a guest hypervisor with E2H 0: more registers trap and the meaning of XN bits changes (FEAT_NV).</source>
        <translation>EL1 是否为 E2H 为 0 的客户机虚拟机监控程序：会有更多寄存器陷入，且 XN 位的含义改变（FEAT_NV）。</translation>
    </message>
    <message>
        <source>Nested virtualization</source>
        <translation>嵌套虚拟化</translation>
    </message>
    <message>
        <source>Whether EL1 runs a guest hypervisor: EL2 registers, ERET and the like trap (FEAT_NV).</source>
        <translation>EL1 是否运行客户机虚拟机监控程序：EL2 寄存器、ERET 等会陷入（FEAT_NV）。</translation>
    </message>
    <message>
        <source>Pointer authentication instructions</source>
        <translation>指针认证指令</translation>
    </message>
    <message>
        <source>Whether pointer authentication instructions work; while it is 0, those that would change a pointer trap to EL2.</source>
        <translation>指针认证指令是否可用；为 0 时，会改变指针的指令陷入 EL2。</translation>
    </message>
    <message>
        <source>Pointer authentication keys</source>
        <translation>指针认证密钥</translation>
    </message>
    <message>
        <source>Whether the key registers may be used; while it is 0, an access traps to EL2.</source>
        <translation>密钥寄存器是否可用；为 0 时访问会陷入 EL2。</translation>
    </message>
    <message>
        <source>Transactional memory enable</source>
        <translation>事务内存使能</translation>
    </message>
    <message>
        <source>Whether TSTART works at EL1 and EL0 (FEAT_TME, withdrawn; RES0 in newer issues).</source>
        <translation>TSTART 在 EL1 和 EL0 是否可用（FEAT_TME，已撤销；在较新版本中为 RES0）。</translation>
    </message>
    <message>
        <source>Mismatched inner and outer cacheability</source>
        <translation>内外可缓存性不匹配</translation>
    </message>
    <message>
        <source>An IMPLEMENTATION DEFINED promise about mismatched cacheability; RES0 in newer issues.</source>
        <translation>关于可缓存性不匹配的 IMPLEMENTATION DEFINED 保证；在较新版本中为 RES0。</translation>
    </message>
    <message>
        <source>Trap External aborts</source>
        <translation>陷入 External abort</translation>
    </message>
    <message>
        <source>Whether synchronous External aborts of EL1 and EL0 are taken to EL2 (FEAT_RAS).</source>
        <translation>EL1 和 EL0 的 synchronous External abort 是否送往 EL2（FEAT_RAS）。</translation>
    </message>
    <message>
        <source>Trap error record accesses</source>
        <translation>陷入错误记录访问</translation>
    </message>
    <message>
        <source>Whether access to the error record registers (FEAT_RAS) at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）访问错误记录寄存器（FEAT_RAS）是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap LOR registers</source>
        <translation>陷入 LOR 寄存器</translation>
    </message>
    <message>
        <source>Whether access to the limited ordering region registers (FEAT_LOR) at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）访问有限排序区域寄存器（FEAT_LOR）是否陷入 EL2。</translation>
    </message>
    <message>
        <source>EL2 host</source>
        <translation>EL2 主机</translation>
    </message>
    <message>
        <source>Whether EL2 runs a host kernel: EL2&amp;0 translation regime and redirected EL1 register names (FEAT_VHE).</source>
        <translation>EL2 是否运行主机内核：EL2&amp;0 转换机制与重定向的 EL1 寄存器名（FEAT_VHE）。</translation>
    </message>
    <message>
        <source>Stage 2 instruction cacheability disable</source>
        <translation>Stage 2 指令可缓存性禁用</translation>
    </message>
    <message>
        <source>Whether instruction fetches become Non-cacheable at stage 2.</source>
        <translation>取指在 stage 2 是否变为 Non-cacheable。</translation>
    </message>
    <message>
        <source>Stage 2 data cacheability disable</source>
        <translation>Stage 2 数据可缓存性禁用</translation>
    </message>
    <message>
        <source>Whether data accesses and table walks become Non-cacheable at stage 2.</source>
        <translation>数据访问和表遍历在 stage 2 是否变为 Non-cacheable。</translation>
    </message>
    <message>
        <source>Execution state of EL1</source>
        <translation>EL1 的执行状态</translation>
    </message>
    <message>
        <source>Whether EL1 is AArch64 or AArch32.</source>
        <translation>EL1 是 AArch64 还是 AArch32。</translation>
    </message>
    <message>
        <source>Trap reads of virtual memory controls</source>
        <translation>陷入虚拟内存控制的读取</translation>
    </message>
    <message>
        <source>Whether a read of SCTLR_EL1, TTBR0_EL1, TCR_EL1, MAIR_EL1 and their like at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）读取 SCTLR_EL1、TTBR0_EL1、TCR_EL1、MAIR_EL1 等是否陷入 EL2。</translation>
    </message>
    <message>
        <source>HVC disable</source>
        <translation>HVC 禁用</translation>
    </message>
    <message>
        <source>Whether HVC is UNDEFINED.</source>
        <translation>HVC 是否为 UNDEFINED。</translation>
    </message>
    <message>
        <source>Trap DC ZVA</source>
        <translation>陷入 DC ZVA</translation>
    </message>
    <message>
        <source>Whether DC ZVA, DC GVA or DC GZVA at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行 DC ZVA、DC GVA 或 DC GZVA 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap general exceptions</source>
        <translation>陷入一般异常</translation>
    </message>
    <message>
        <source>Whether EL0 runs directly under EL2: exceptions that would go to EL1 are taken to EL2, and stage 2 is off.</source>
        <translation>EL0 是否直接在 EL2 之下运行：本应送往 EL1 的异常送往 EL2，且 stage 2 关闭。</translation>
    </message>
    <message>
        <source>Trap writes of virtual memory controls</source>
        <translation>陷入虚拟内存控制的写入</translation>
    </message>
    <message>
        <source>Whether a write to SCTLR_EL1, TTBR0_EL1, TCR_EL1, MAIR_EL1 and their like at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）写入 SCTLR_EL1、TTBR0_EL1、TCR_EL1、MAIR_EL1 等是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap TLB maintenance</source>
        <translation>陷入 TLB 维护</translation>
    </message>
    <message>
        <source>Whether any TLBI instruction at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行任何 TLBI 指令是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap cache maintenance to the point of coherency</source>
        <translation>陷入到一致点的缓存维护</translation>
    </message>
    <message>
        <source>Whether cache maintenance to the Point of Coherency or Persistence at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行到一致点（PoC）或持久点（PoP）的缓存维护是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap set/way maintenance</source>
        <translation>陷入按组/路的维护</translation>
    </message>
    <message>
        <source>Whether cache maintenance by set and way at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）按组和路执行缓存维护是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap auxiliary controls</source>
        <translation>陷入辅助控制</translation>
    </message>
    <message>
        <source>Whether access to ACTLR_EL1 at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）访问 ACTLR_EL1 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap IMPLEMENTATION DEFINED functionality</source>
        <translation>陷入 IMPLEMENTATION DEFINED 功能</translation>
    </message>
    <message>
        <source>Whether access to IMPLEMENTATION DEFINED registers and System instructions at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）访问 IMPLEMENTATION DEFINED 寄存器和系统指令是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap SMC</source>
        <translation>陷入 SMC</translation>
    </message>
    <message>
        <source>Whether an SMC at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行 SMC 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap ID group 3</source>
        <translation>陷入 ID 组 3</translation>
    </message>
    <message>
        <source>Whether a read of the feature ID registers ID_* at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）读取特性 ID 寄存器 ID_* 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap ID group 2</source>
        <translation>陷入 ID 组 2</translation>
    </message>
    <message>
        <source>Whether access to CTR_EL0, CCSIDR_EL1, CLIDR_EL1 and CSSELR_EL1 at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）访问 CTR_EL0、CCSIDR_EL1、CLIDR_EL1 和 CSSELR_EL1 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap ID group 1</source>
        <translation>陷入 ID 组 1</translation>
    </message>
    <message>
        <source>Whether a read of REVIDR_EL1, AIDR_EL1 and SMIDR_EL1 at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）读取 REVIDR_EL1、AIDR_EL1 和 SMIDR_EL1 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap ID group 0</source>
        <translation>陷入 ID 组 0</translation>
    </message>
    <message>
        <source>Whether a read of the AArch32 registers FPSID and JIDR at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）读取 AArch32 寄存器 FPSID 和 JIDR 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap WFE</source>
        <translation>陷入 WFE</translation>
    </message>
    <message>
        <source>Whether a WFE or WFET that would wait at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行会进入等待的 WFE 或 WFET 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Trap WFI</source>
        <translation>陷入 WFI</translation>
    </message>
    <message>
        <source>Whether a WFI or WFIT that would wait at EL1 (and EL0, where it is allowed there) traps to EL2.</source>
        <translation>在 EL1（以及允许时在 EL0）执行会进入等待的 WFI 或 WFIT 是否陷入 EL2。</translation>
    </message>
    <message>
        <source>Default cacheability</source>
        <translation>默认可缓存性</translation>
    </message>
    <message>
        <source>Whether stage 1 is off and its memory Normal Write-Back; VM then counts as 1.</source>
        <translation>Stage 1 是否关闭且其内存为 Normal Write-Back；此时 VM 视为 1。</translation>
    </message>
    <message>
        <source>Barrier shareability upgrade</source>
        <translation>屏障可共享性提升</translation>
    </message>
    <message>
        <source>The least shareability domain of DMB and DSB at EL1 and EL0.</source>
        <translation>EL1 和 EL0 上 DMB 和 DSB 的最小可共享域。</translation>
    </message>
    <message>
        <source>Force broadcast</source>
        <translation>强制广播</translation>
    </message>
    <message>
        <source>Whether TLB and instruction cache maintenance of EL1 is broadcast in the Inner Shareable domain.</source>
        <translation>EL1 的 TLB 和指令缓存维护是否在 Inner Shareable 域内广播。</translation>
    </message>
    <message>
        <source>Virtual SError</source>
        <translation>虚拟 SError</translation>
    </message>
    <message>
        <source>Whether a virtual SError is pending for EL1.</source>
        <translation>是否有虚拟 SError 对 EL1 挂起。</translation>
    </message>
    <message>
        <source>Virtual IRQ</source>
        <translation>虚拟 IRQ</translation>
    </message>
    <message>
        <source>Whether a virtual IRQ is pending for EL1.</source>
        <translation>是否有虚拟 IRQ 对 EL1 挂起。</translation>
    </message>
    <message>
        <source>Virtual FIQ</source>
        <translation>虚拟 FIQ</translation>
    </message>
    <message>
        <source>Whether a virtual FIQ is pending for EL1.</source>
        <translation>是否有虚拟 FIQ 对 EL1 挂起。</translation>
    </message>
    <message>
        <source>SError routing</source>
        <translation>SError 路由</translation>
    </message>
    <message>
        <source>Whether physical SErrors are taken to EL2 and virtual ones are enabled.</source>
        <translation>物理 SError 是否送往 EL2，并使能虚拟 SError。</translation>
    </message>
    <message>
        <source>IRQ routing</source>
        <translation>IRQ 路由</translation>
    </message>
    <message>
        <source>Whether physical IRQs are taken to EL2 and virtual ones are enabled.</source>
        <translation>物理 IRQ 是否送往 EL2，并使能虚拟 IRQ。</translation>
    </message>
    <message>
        <source>FIQ routing</source>
        <translation>FIQ 路由</translation>
    </message>
    <message>
        <source>Whether physical FIQs are taken to EL2 and virtual ones are enabled.</source>
        <translation>物理 FIQ 是否送往 EL2，并使能虚拟 FIQ。</translation>
    </message>
    <message>
        <source>Protected table walk</source>
        <translation>受保护的表遍历</translation>
    </message>
    <message>
        <source>Whether a stage 1 walk that reads Device memory of stage 2 is a Permission fault.</source>
        <translation>Stage 1 遍历读取 stage 2 的 Device 内存时，是否产生 Permission fault。</translation>
    </message>
    <message>
        <source>Set/way invalidation override</source>
        <translation>组/路失效覆盖</translation>
    </message>
    <message>
        <source>Whether DC ISW cleans as well as invalidates.</source>
        <translation>DC ISW 是否在失效的同时也进行清理。</translation>
    </message>
    <message>
        <source>Virtualization enable</source>
        <translation>虚拟化使能</translation>
    </message>
    <message>
        <source>Whether stage 2 translation is on for EL1 and EL0.</source>
        <translation>EL1 和 EL0 的 stage 2 转换是否开启。</translation>
    </message>
    <message>
        <source>Hypervisor Configuration Register</source>
        <translation>虚拟机监控程序配置寄存器</translation>
    </message>
    <message>
        <source>Immediate</source>
        <translation>立即数</translation>
    </message>
    <message>
        <source>The 16-bit number of the instruction. It is UNKNOWN for a conditional A32 SVC.</source>
        <translation>指令的 16 位编号。对于条件 A32 SVC，它为 UNKNOWN。</translation>
    </message>
    <message>
        <source>Unconditional, or passed its condition check</source>
        <translation>无条件，或已通过条件检查</translation>
    </message>
    <message>
        <source>Conditional, and may have failed its condition check</source>
        <translation>有条件，且可能未通过条件检查</translation>
    </message>
    <message>
        <source>Condition code known to have passed</source>
        <translation>已知条件码检查通过</translation>
    </message>
    <message>
        <source>Whether the SMC may be one that its condition would have skipped; if 0, CV and COND are RES0.</source>
        <translation>该 SMC 是否可能本应因条件不成立而被跳过；若为 0，则 CV 和 COND 为 RES0。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>The immediate of the BRK, or that of the BKPT with zeros before it.</source>
        <translation>BRK 的立即数，或前面补零的 BKPT 立即数。</translation>
    </message>
    <message>
        <source>ERETAA or ERETAB</source>
        <translation>ERETAA 或 ERETAB</translation>
    </message>
    <message>
        <source>Kind of return</source>
        <translation>返回的种类</translation>
    </message>
    <message>
        <source>Whether the return checks the address by pointer authentication.</source>
        <translation>该返回是否用指针认证检查地址。</translation>
    </message>
    <message>
        <source>Key of the return</source>
        <translation>返回所用密钥</translation>
    </message>
    <message>
        <source>Which instruction key the return uses.</source>
        <translation>该返回使用哪个指令密钥。</translation>
    </message>
    <message>
        <source>Debug exception</source>
        <translation>调试异常</translation>
    </message>
    <message>
        <source>Fault status code</source>
        <translation>错误状态码</translation>
    </message>
    <message>
        <source>Says that this is a debug exception, in the same code as an abort would.</source>
        <translation>表明这是调试异常，所用编码与中止相同。</translation>
    </message>
    <message>
        <source>EX is reserved</source>
        <translation>EX 为保留</translation>
    </message>
    <message>
        <source>EX is valid</source>
        <translation>EX 有效</translation>
    </message>
    <message>
        <source>Not a Load-Exclusive</source>
        <translation>不是 Load-Exclusive</translation>
    </message>
    <message>
        <source>A Load-Exclusive was stepped</source>
        <translation>单步执行了 Load-Exclusive</translation>
    </message>
    <message>
        <source>Whether EX tells something about the instruction that was stepped.</source>
        <translation>EX 是否提供了被单步指令的信息。</translation>
    </message>
    <message>
        <source>Exclusive operation</source>
        <translation>独占操作</translation>
    </message>
    <message>
        <source>Whether a Load-Exclusive instruction was stepped, so that the monitor may be lost.</source>
        <translation>是否单步执行了 Load-Exclusive 指令，从而可能丢失监视器状态。</translation>
    </message>
    <message>
        <source>Not valid: ISV is 0.</source>
        <translation>无效：ISV 为 0。</translation>
    </message>
    <message>
        <source>WPT is not valid</source>
        <translation>WPT 无效</translation>
    </message>
    <message>
        <source>WPT is valid</source>
        <translation>WPT 有效</translation>
    </message>
    <message>
        <source>The watchpoint matched an address that was accessed</source>
        <translation>观察点匹配了实际被访问的地址</translation>
    </message>
    <message>
        <source>Maybe a false positive: the watched address may not have been accessed</source>
        <translation>可能误报：被观察的地址可能并未被访问</translation>
    </message>
    <message>
        <source>FAR holds an address that triggered the watchpoint</source>
        <translation>FAR 保存触发观察点的地址</translation>
    </message>
    <message>
        <source>FAR holds any address in the granule</source>
        <translation>FAR 保存粒度内的任意地址</translation>
    </message>
    <message>
        <source>Not from a cache maintenance instruction</source>
        <translation>不是来自缓存维护指令</translation>
    </message>
    <message>
        <source>From a cache maintenance instruction</source>
        <translation>来自缓存维护指令</translation>
    </message>
    <message>
        <source>Access through VNCR_EL2</source>
        <translation>经由 VNCR_EL2 的访问</translation>
    </message>
    <message>
        <source>Whether EL1 used a register that FEAT_NV2 keeps in memory.</source>
        <translation>EL1 是否使用了 FEAT_NV2 保存在内存中的寄存器。</translation>
    </message>
    <message>
        <source>Whether the watched access was one to a Guarded Control Stack (FEAT_GCS).</source>
        <translation>被观察的访问是否为 Guarded Control Stack 访问（FEAT_GCS）。</translation>
    </message>
    <message>
        <source>Watchpoint number</source>
        <translation>观察点编号</translation>
    </message>
    <message>
        <source>Which watchpoint matched; it means something if WPTV is 1.</source>
        <translation>匹配的是哪个观察点；WPTV 为 1 时才有意义。</translation>
    </message>
    <message>
        <source>Watchpoint number valid</source>
        <translation>观察点编号有效</translation>
    </message>
    <message>
        <source>Whether WPT holds the number of the watchpoint.</source>
        <translation>WPT 是否保存观察点的编号。</translation>
    </message>
    <message>
        <source>Watchpoint might be false positive</source>
        <translation>观察点可能误报</translation>
    </message>
    <message>
        <source>Whether an access wider than the watched bytes may have matched by chance (SVE, SME).</source>
        <translation>宽于被观察字节的访问是否可能偶然匹配（SVE、SME）。</translation>
    </message>
    <message>
        <source>Whether FAR names only some byte of the granule that was accessed.</source>
        <translation>FAR 是否仅指明被访问粒度内的某个字节。</translation>
    </message>
    <message>
        <source>Whether FAR is of no use.</source>
        <translation>FAR 是否不可用。</translation>
    </message>
    <message>
        <source>Whether a cache maintenance instruction hit the watchpoint.</source>
        <translation>命中观察点的是否为缓存维护指令。</translation>
    </message>
    <message>
        <source>The direction of the watched access. Cache maintenance counts as a write.</source>
        <translation>被观察访问的方向。缓存维护按写计。</translation>
    </message>
    <message>
        <source>PMU profiling exception</source>
        <translation>PMU 性能剖析异常</translation>
    </message>
    <message>
        <source>Profiling Buffer management event (SPE)</source>
        <translation>性能剖析缓冲区管理事件（SPE）</translation>
    </message>
    <message>
        <source>Trace Buffer management event</source>
        <translation>跟踪缓冲区管理事件</translation>
    </message>
    <message>
        <source>Asynchronous</source>
        <translation>异步</translation>
    </message>
    <message>
        <source>Synchronous, by the instruction at ELR (PMU only)</source>
        <translation>同步，由 ELR 处的指令引起（仅 PMU）</translation>
    </message>
    <message>
        <source>Which profiling unit asks for attention.</source>
        <translation>由哪个性能剖析单元请求处理。</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Whether the event is tied to one instruction (FEAT_SEBEP).</source>
        <translation>该事件是否与某一条指令关联（FEAT_SEBEP）。</translation>
    </message>
    <message>
        <source>Branch type</source>
        <translation>分支类型</translation>
    </message>
    <message>
        <source>PSTATE.BTYPE, set by the branch, which the instruction at its target does not accept.</source>
        <translation>由分支设置的 PSTATE.BTYPE，而分支目标处的指令不接受它。</translation>
    </message>
    <message>
        <source>Instruction key</source>
        <translation>指令密钥</translation>
    </message>
    <message>
        <source>Data key</source>
        <translation>数据密钥</translation>
    </message>
    <message>
        <source>A key</source>
        <translation>A 密钥</translation>
    </message>
    <message>
        <source>B key</source>
        <translation>B 密钥</translation>
    </message>
    <message>
        <source>Data or instruction key</source>
        <translation>数据或指令密钥</translation>
    </message>
    <message>
        <source>Whether a data or an instruction key was used to check the pointer.</source>
        <translation>检查指针时用的是数据密钥还是指令密钥。</translation>
    </message>
    <message>
        <source>B or A key</source>
        <translation>B 密钥或 A 密钥</translation>
    </message>
    <message>
        <source>Which key of that kind was used.</source>
        <translation>使用了该类密钥中的哪一个。</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED syndrome</source>
        <translation>IMPLEMENTATION DEFINED 综合征</translation>
    </message>
    <message>
        <source>The documentation of the processor tells what these bits mean.</source>
        <translation>这些位的含义见处理器的文档。</translation>
    </message>
    <message>
        <source>Memory copy (CPY*)</source>
        <translation>内存复制（CPY*）</translation>
    </message>
    <message>
        <source>Memory set (SET*)</source>
        <translation>内存设置（SET*）</translation>
    </message>
    <message>
        <source>Does not set Allocation Tags</source>
        <translation>不设置分配标签</translation>
    </message>
    <message>
        <source>Sets Allocation Tags: SETGM* or SETGE*</source>
        <translation>设置分配标签：SETGM* 或 SETGE*</translation>
    </message>
    <message>
        <source>Not an epilogue instruction: main (or prologue)</source>
        <translation>不是收尾指令：主体（或起始）指令</translation>
    </message>
    <message>
        <source>Epilogue instruction</source>
        <translation>收尾指令</translation>
    </message>
    <message>
        <source>Registers are in the format of option B, as the PE expects</source>
        <translation>寄存器为选项 B 格式，符合 PE 预期</translation>
    </message>
    <message>
        <source>Registers are in the format of option A, as the PE expects</source>
        <translation>寄存器为选项 A 格式，符合 PE 预期</translation>
    </message>
    <message>
        <source>Registers are in the format of option A, not what the PE expects</source>
        <translation>寄存器为选项 A 格式，不符合 PE 预期</translation>
    </message>
    <message>
        <source>Registers are in the format of option B, not what the PE expects</source>
        <translation>寄存器为选项 B 格式，不符合 PE 预期</translation>
    </message>
    <message>
        <source>Memory instruction</source>
        <translation>内存指令</translation>
    </message>
    <message>
        <source>Whether a memory copy or a memory set cannot go on with its registers as they are.</source>
        <translation>是内存复制还是内存设置因寄存器的现状而无法继续。</translation>
    </message>
    <message>
        <source>Sets tags</source>
        <translation>设置标签</translation>
    </message>
    <message>
        <source>Whether the memory set instruction also sets Allocation Tags.</source>
        <translation>内存设置指令是否还设置分配标签。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>The options of the instruction: its bits 15:12 for a copy, 13:12 (in bits 20:19) for a set.</source>
        <translation>指令的选项：复制为指令的位 15:12，设置为位 13:12（在位 20:19 中）。</translation>
    </message>
    <message>
        <source>From the epilogue</source>
        <translation>来自收尾指令</translation>
    </message>
    <message>
        <source>Whether the third instruction of the sequence raised the exception.</source>
        <translation>异常是否由序列中的第三条指令引发。</translation>
    </message>
    <message>
        <source>Format of the registers</source>
        <translation>寄存器格式</translation>
    </message>
    <message>
        <source>Which of the two register formats the instruction found (WrongOption and OptionA in older issues).</source>
        <translation>指令遇到的是两种寄存器格式中的哪一种（较旧版本中为 WrongOption 和 OptionA）。</translation>
    </message>
    <message>
        <source>Destination register</source>
        <translation>目标寄存器</translation>
    </message>
    <message>
        <source>The register that holds the destination address.</source>
        <translation>保存目标地址的寄存器。</translation>
    </message>
    <message>
        <source>Source register</source>
        <translation>源寄存器</translation>
    </message>
    <message>
        <source>The register that holds the source address, or the value of a set.</source>
        <translation>保存源地址或设置值的寄存器。</translation>
    </message>
    <message>
        <source>Size register</source>
        <translation>大小寄存器</translation>
    </message>
    <message>
        <source>The register that holds the number of bytes that are left.</source>
        <translation>保存剩余字节数的寄存器。</translation>
    </message>
    <message>
        <source>Not valid: TFV is 0</source>
        <translation>无效：TFV 为 0</translation>
    </message>
    <message>
        <source>Occurred</source>
        <translation>已发生</translation>
    </message>
    <message>
        <source>Did not occur</source>
        <translation>未发生</translation>
    </message>
    <message>
        <source>The exception bits are not valid</source>
        <translation>异常位无效</translation>
    </message>
    <message>
        <source>The exception bits hold what occurred</source>
        <translation>异常位指明所发生的异常</translation>
    </message>
    <message>
        <source>Trapped fault valid</source>
        <translation>陷入错误有效</translation>
    </message>
    <message>
        <source>Whether IDF, IXF, UFF, OFF, DZF and IOF tell which exceptions occurred.</source>
        <translation>IDF、IXF、UFF、OFF、DZF 和 IOF 是否指明发生了哪些异常。</translation>
    </message>
    <message>
        <source>Vector iteration</source>
        <translation>向量迭代</translation>
    </message>
    <message>
        <source>All ones for an exception from AArch32, UNKNOWN for one from AArch64.</source>
        <translation>来自 AArch32 的异常为全 1，来自 AArch64 的异常为 UNKNOWN。</translation>
    </message>
    <message>
        <source>Input Denormal</source>
        <translation>输入非规格化</translation>
    </message>
    <message>
        <source>Whether an Input Denormal floating-point exception occurred.</source>
        <translation>是否发生了输入非规格化浮点异常。</translation>
    </message>
    <message>
        <source>Inexact</source>
        <translation>不精确</translation>
    </message>
    <message>
        <source>Whether an Inexact floating-point exception occurred.</source>
        <translation>是否发生了不精确浮点异常。</translation>
    </message>
    <message>
        <source>Underflow</source>
        <translation>下溢</translation>
    </message>
    <message>
        <source>Whether an Underflow floating-point exception occurred.</source>
        <translation>是否发生了下溢浮点异常。</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>上溢</translation>
    </message>
    <message>
        <source>Whether an Overflow floating-point exception occurred.</source>
        <translation>是否发生了上溢浮点异常。</translation>
    </message>
    <message>
        <source>Divide by Zero</source>
        <translation>除以零</translation>
    </message>
    <message>
        <source>Whether a Divide by Zero floating-point exception occurred.</source>
        <translation>是否发生了除以零浮点异常。</translation>
    </message>
    <message>
        <source>Invalid Operation</source>
        <translation>无效操作</translation>
    </message>
    <message>
        <source>Whether an Invalid Operation floating-point exception occurred.</source>
        <translation>是否发生了无效操作浮点异常。</translation>
    </message>
    <message>
        <source>Data Check exception</source>
        <translation>数据检查异常</translation>
    </message>
    <message>
        <source>EXLOCK exception</source>
        <translation>EXLOCK 异常</translation>
    </message>
    <message>
        <source>Trapped GCSSTR or GCSSTTR</source>
        <translation>陷入的 GCSSTR 或 GCSSTTR</translation>
    </message>
    <message>
        <source>Procedure return without pointer authentication (RET)</source>
        <translation>不带指针认证的过程返回（RET）</translation>
    </message>
    <message>
        <source>Procedure return with pointer authentication, key A (RETAA)</source>
        <translation>带指针认证的过程返回，密钥 A（RETAA）</translation>
    </message>
    <message>
        <source>Procedure return with pointer authentication, key B (RETAB)</source>
        <translation>带指针认证的过程返回，密钥 B（RETAB）</translation>
    </message>
    <message>
        <source>Exception type</source>
        <translation>异常类型</translation>
    </message>
    <message>
        <source>Why the Guarded Control Stack raised the exception.</source>
        <translation>Guarded Control Stack 引发异常的原因。</translation>
    </message>
    <message>
        <source>Address register</source>
        <translation>地址寄存器</translation>
    </message>
    <message>
        <source>The register that holds the address of the trapped store.</source>
        <translation>保存陷入存储的地址的寄存器。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>The register the instruction names, or that holds the return address.</source>
        <translation>指令所用的寄存器，或保存返回地址的寄存器。</translation>
    </message>
    <message>
        <source>Value register</source>
        <translation>值寄存器</translation>
    </message>
    <message>
        <source>The register that holds the data of the trapped store.</source>
        <translation>保存陷入存储的数据的寄存器。</translation>
    </message>
    <message>
        <source>Instruction type</source>
        <translation>指令类型</translation>
    </message>
    <message>
        <source>Which instruction found a wrong entry on the Guarded Control Stack.</source>
        <translation>哪条指令在 Guarded Control Stack 上发现了错误的条目。</translation>
    </message>
    <message>
        <source>Architected layout</source>
        <translation>架构规定的布局</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED layout</source>
        <translation>IMPLEMENTATION DEFINED 布局</translation>
    </message>
    <message>
        <source>Synchronous: triggered by the instruction at ELR</source>
        <translation>同步：由 ELR 处的指令触发</translation>
    </message>
    <message>
        <source>Not a store or table update, or the location may have been updated</source>
        <translation>不是存储或表更新，或该位置可能已更新</translation>
    </message>
    <message>
        <source>Not synchronized by an implicit error barrier, or not taken immediately</source>
        <translation>未由隐式错误屏障同步，或未立即发生</translation>
    </message>
    <message>
        <source>Synchronized by an implicit error barrier and taken immediately</source>
        <translation>由隐式错误屏障同步并立即发生</translation>
    </message>
    <message>
        <source>Unrecoverable state (UEU)</source>
        <translation>不可恢复状态（UEU）</translation>
    </message>
    <message>
        <source>Corrected (CE)</source>
        <translation>已纠正（CE）</translation>
    </message>
    <message>
        <source>WnR is not valid</source>
        <translation>WnR 无效</translation>
    </message>
    <message>
        <source>WnR is valid</source>
        <translation>WnR 有效</translation>
    </message>
    <message>
        <source>Not valid: WnRV is 0</source>
        <translation>无效：WnRV 为 0</translation>
    </message>
    <message>
        <source>The direction of the access that caused the error, if WnRV is 1 (FEAT_RASv2).</source>
        <translation>引起错误的访问的方向；WnRV 为 1 时有效（FEAT_RASv2）。</translation>
    </message>
    <message>
        <source>Uncategorized error</source>
        <translation>未分类的错误</translation>
    </message>
    <message>
        <source>Asynchronous SError exception</source>
        <translation>异步 SError 异常</translation>
    </message>
    <message>
        <source>Whether the processor has a layout of its own for bits 23:0.</source>
        <translation>处理器是否对位 23:0 采用自己的布局。</translation>
    </message>
    <message>
        <source>Exception link synchronous</source>
        <translation>异常链接同步</translation>
    </message>
    <message>
        <source>Whether the instruction at ELR caused the error (FEAT_RASv2).</source>
        <translation>错误是否由 ELR 处的指令引起（FEAT_RASv2）。</translation>
    </message>
    <message>
        <source>Whether a store changed memory before the error was reported (FEAT_RASv2).</source>
        <translation>在报告错误之前，存储是否已改变内存（FEAT_RASv2）。</translation>
    </message>
    <message>
        <source>FAR valid</source>
        <translation>FAR 有效</translation>
    </message>
    <message>
        <source>Whether FAR holds the virtual address of the error (FEAT_RASv2).</source>
        <translation>FAR 是否保存了该错误的虚拟地址（FEAT_RASv2）。</translation>
    </message>
    <message>
        <source>Whether PFAR holds the physical address of the error (FEAT_PFAR).</source>
        <translation>PFAR 是否保存了该错误的物理地址（FEAT_PFAR）。</translation>
    </message>
    <message>
        <source>Implicit error synchronization</source>
        <translation>隐式错误同步</translation>
    </message>
    <message>
        <source>Whether an implicit error synchronization event brought the error (FEAT_IESB).</source>
        <translation>该错误是否由隐式错误同步事件带来（FEAT_IESB）。</translation>
    </message>
    <message>
        <source>Asynchronous error type</source>
        <translation>异步错误类型</translation>
    </message>
    <message>
        <source>How far the state of the PE can be trusted after the error (FEAT_RAS).</source>
        <translation>该错误之后，PE 的状态在多大程度上可信（FEAT_RAS）。</translation>
    </message>
    <message>
        <source>An IMPLEMENTATION DEFINED classification of External aborts.</source>
        <translation>External abort 的 IMPLEMENTATION DEFINED 分类。</translation>
    </message>
    <message>
        <source>WnR valid</source>
        <translation>WnR 有效</translation>
    </message>
    <message>
        <source>Whether WnR tells the direction of the access (FEAT_RASv2).</source>
        <translation>WnR 是否指明访问的方向（FEAT_RASv2）。</translation>
    </message>
    <message>
        <source>Whether the error is categorized; all other fields belong to one that is.</source>
        <translation>该错误是否已分类；其他所有字段均针对已分类的错误。</translation>
    </message>
    <message>
        <source>Caused by the HDBSS</source>
        <translation>由 HDBSS 引起</translation>
    </message>
    <message>
        <source>Not on a stage 2 translation table walk</source>
        <translation>不在 stage 2 转换表遍历上</translation>
    </message>
    <message>
        <source>On a stage 2 translation table walk</source>
        <translation>在 stage 2 转换表遍历上</translation>
    </message>
    <message>
        <source>Data access</source>
        <translation>数据访问</translation>
    </message>
    <message>
        <source>Instruction access</source>
        <translation>指令访问</translation>
    </message>
    <message>
        <source>GPT address size fault, level 0</source>
        <translation>GPT Address size fault，第 0 级</translation>
    </message>
    <message>
        <source>GPT walk fault, level 0</source>
        <translation>GPT 遍历错误，第 0 级</translation>
    </message>
    <message>
        <source>GPT walk fault, level 1</source>
        <translation>GPT 遍历错误，第 1 级</translation>
    </message>
    <message>
        <source>Granule protection fault, level 0</source>
        <translation>粒度保护错误，第 0 级</translation>
    </message>
    <message>
        <source>Granule protection fault, level 1</source>
        <translation>粒度保护错误，第 1 级</translation>
    </message>
    <message>
        <source>Synchronous External abort on GPT fetch, level 0</source>
        <translation>读取 GPT 时的 synchronous External abort，第 0 级</translation>
    </message>
    <message>
        <source>Synchronous External abort on GPT fetch, level 1</source>
        <translation>读取 GPT 时的 synchronous External abort，第 1 级</translation>
    </message>
    <message>
        <source>Not on stage 2 of a stage 1 walk</source>
        <translation>不在 stage 1 遍历的 stage 2 上</translation>
    </message>
    <message>
        <source>On stage 2 of a stage 1 walk</source>
        <translation>在 stage 1 遍历的 stage 2 上</translation>
    </message>
    <message>
        <source>Whether the hardware&apos;s own write to the list of dirty pages failed (FEAT_HDBSS).</source>
        <translation>硬件自身对脏页列表的写入是否失败（FEAT_HDBSS）。</translation>
    </message>
    <message>
        <source>Whether the access was one to a Guarded Control Stack (FEAT_GCS).</source>
        <translation>该访问是否为 Guarded Control Stack 访问（FEAT_GCS）。</translation>
    </message>
    <message>
        <source>Stage 2 walk</source>
        <translation>Stage 2 遍历</translation>
    </message>
    <message>
        <source>Whether the check failed for the address of a stage 2 table.</source>
        <translation>检查是否因 stage 2 表的地址而失败。</translation>
    </message>
    <message>
        <source>Instruction or data</source>
        <translation>指令或数据</translation>
    </message>
    <message>
        <source>Whether an instruction fetch or a data access was checked.</source>
        <translation>被检查的是取指还是数据访问。</translation>
    </message>
    <message>
        <source>Granule Protection Check status code</source>
        <translation>粒度保护检查状态码</translation>
    </message>
    <message>
        <source>How the check itself ended, and at which level of the granule protection table.</source>
        <translation>检查本身如何结束，以及结束于粒度保护表的哪一级。</translation>
    </message>
    <message>
        <source>Whether a cache maintenance or address translation instruction made the access.</source>
        <translation>该访问是否由缓存维护或地址转换指令发起。</translation>
    </message>
    <message>
        <source>Stage 1 walk</source>
        <translation>Stage 1 遍历</translation>
    </message>
    <message>
        <source>Whether the check failed on stage 2 for the address of a stage 1 table.</source>
        <translation>检查是否在 stage 2 上因 stage 1 表的地址而失败。</translation>
    </message>
    <message>
        <source>The direction of the access.</source>
        <translation>访问的方向。</translation>
    </message>
    <message>
        <source>The code that the abort would have had at a lower Exception level.</source>
        <translation>该中止在较低异常级别上会有的编码。</translation>
    </message>
    <message>
        <source>Not valid: RV is 0</source>
        <translation>无效：RV 为 0</translation>
    </message>
    <message>
        <source>Register number</source>
        <translation>寄存器编号</translation>
    </message>
    <message>
        <source>The register that holds the time at which WFIT or WFET stops waiting.</source>
        <translation>保存 WFIT 或 WFET 停止等待时刻的寄存器。</translation>
    </message>
    <message>
        <source>RN is not valid</source>
        <translation>RN 无效</translation>
    </message>
    <message>
        <source>RN is valid</source>
        <translation>RN 有效</translation>
    </message>
    <message>
        <source>Register valid</source>
        <translation>寄存器有效</translation>
    </message>
    <message>
        <source>Whether RN names a register. Only WFIT and WFET have one (FEAT_WFxT).</source>
        <translation>RN 是否指明寄存器。只有 WFIT 和 WFET 带寄存器（FEAT_WFxT）。</translation>
    </message>
    <message>
        <source>Trapped instruction</source>
        <translation>陷入的指令</translation>
    </message>
    <message>
        <source>Which of the four waiting instructions trapped.</source>
        <translation>四种等待指令中陷入的是哪一种。</translation>
    </message>
    <message>
        <source>Write: MCR</source>
        <translation>写：MCR</translation>
    </message>
    <message>
        <source>Read: MRC or VMRS</source>
        <translation>读：MRC 或 VMRS</translation>
    </message>
    <message>
        <source>Direction of the access</source>
        <translation>访问的方向</translation>
    </message>
    <message>
        <source>Whether the instruction reads the register into a general-purpose one, or writes it.</source>
        <translation>指令是把该寄存器读入通用寄存器，还是写该寄存器。</translation>
    </message>
    <message>
        <source>Transfer register</source>
        <translation>传送寄存器</translation>
    </message>
    <message>
        <source>The general-purpose register the instruction reads or writes, in its AArch64 view.</source>
        <translation>指令读或写的通用寄存器，以其 AArch64 视图表示。</translation>
    </message>
    <message>
        <source>Second opcode</source>
        <translation>第二操作码</translation>
    </message>
    <message>
        <source>The opc2 field of the instruction.</source>
        <translation>指令的 opc2 字段。</translation>
    </message>
    <message>
        <source>First opcode</source>
        <translation>第一操作码</translation>
    </message>
    <message>
        <source>The opc1 field of the instruction.</source>
        <translation>指令的 opc1 字段。</translation>
    </message>
    <message>
        <source>First coprocessor register</source>
        <translation>第一协处理器寄存器</translation>
    </message>
    <message>
        <source>The CRn field of the instruction; of VMRS, the register that is read.</source>
        <translation>指令的 CRn 字段；对于 VMRS，为被读取的寄存器。</translation>
    </message>
    <message>
        <source>Second coprocessor register</source>
        <translation>第二协处理器寄存器</translation>
    </message>
    <message>
        <source>The CRm field of the instruction.</source>
        <translation>指令的 CRm 字段。</translation>
    </message>
    <message>
        <source>Write: MCRR</source>
        <translation>写：MCRR</translation>
    </message>
    <message>
        <source>Read: MRRC</source>
        <translation>读：MRRC</translation>
    </message>
    <message>
        <source>Opcode</source>
        <translation>操作码</translation>
    </message>
    <message>
        <source>Second transfer register</source>
        <translation>第二传送寄存器</translation>
    </message>
    <message>
        <source>The general-purpose register of the high half, in its AArch64 view.</source>
        <translation>保存高半部分的通用寄存器，以其 AArch64 视图表示。</translation>
    </message>
    <message>
        <source>Coprocessor register</source>
        <translation>协处理器寄存器</translation>
    </message>
    <message>
        <source>Subtract the offset</source>
        <translation>减去偏移</translation>
    </message>
    <message>
        <source>Add the offset</source>
        <translation>加上偏移</translation>
    </message>
    <message>
        <source>Immediate unindexed</source>
        <translation>立即数，无变址</translation>
    </message>
    <message>
        <source>Immediate post-indexed</source>
        <translation>立即数，后变址</translation>
    </message>
    <message>
        <source>Immediate offset</source>
        <translation>立即数偏移</translation>
    </message>
    <message>
        <source>Immediate pre-indexed</source>
        <translation>立即数，前变址</translation>
    </message>
    <message>
        <source>Literal unindexed (A32 LDC; reserved for STC and T32)</source>
        <translation>文字池，无变址（A32 LDC；对 STC 和 T32 保留）</translation>
    </message>
    <message>
        <source>Literal offset (LDC; reserved for STC)</source>
        <translation>文字池偏移（LDC；对 STC 保留）</translation>
    </message>
    <message>
        <source>Write to memory: STC</source>
        <translation>写入内存：STC</translation>
    </message>
    <message>
        <source>Read from memory: LDC</source>
        <translation>读取内存：LDC</translation>
    </message>
    <message>
        <source>The offset of the instruction in words of 4 bytes.</source>
        <translation>指令的偏移，以 4 字节的字为单位。</translation>
    </message>
    <message>
        <source>Base register</source>
        <translation>基址寄存器</translation>
    </message>
    <message>
        <source>The base register in its AArch64 view. It is UNKNOWN for the literal forms.</source>
        <translation>基址寄存器的 AArch64 视图。对文字池形式为 UNKNOWN。</translation>
    </message>
    <message>
        <source>Sign of the offset</source>
        <translation>偏移的符号</translation>
    </message>
    <message>
        <source>Whether the offset is added to the base or subtracted from it.</source>
        <translation>偏移是加到基址上还是从基址中减去。</translation>
    </message>
    <message>
        <source>Addressing mode</source>
        <translation>寻址方式</translation>
    </message>
    <message>
        <source>How the instruction makes its address from base and offset.</source>
        <translation>指令如何由基址和偏移得出地址。</translation>
    </message>
    <message>
        <source>Whether the debug register is loaded from memory or stored to it.</source>
        <translation>调试寄存器是从内存加载还是存储到内存。</translation>
    </message>
    <message>
        <source>Which instruction without an exception class of its own trapped.</source>
        <translation>哪一条没有专属异常类别的指令发生了陷入。</translation>
    </message>
    <message>
        <source>Op0</source>
        <translation>Op0</translation>
    </message>
    <message>
        <source>The op0 field of the instruction: 1 for a System instruction, 2 and 3 for a register.</source>
        <translation>指令的 op0 字段：1 表示系统指令，2 和 3 表示寄存器。</translation>
    </message>
    <message>
        <source>Op2</source>
        <translation>Op2</translation>
    </message>
    <message>
        <source>The op2 field of the instruction.</source>
        <translation>指令的 op2 字段。</translation>
    </message>
    <message>
        <source>Op1</source>
        <translation>Op1</translation>
    </message>
    <message>
        <source>The op1 field of the instruction.</source>
        <translation>指令的 op1 字段。</translation>
    </message>
    <message>
        <source>CRn</source>
        <translation>CRn</translation>
    </message>
    <message>
        <source>The CRn field of the instruction.</source>
        <translation>指令的 CRn 字段。</translation>
    </message>
    <message>
        <source>CRm</source>
        <translation>CRm</translation>
    </message>
    <message>
        <source>Write: MSR or a System instruction</source>
        <translation>写：MSR 或系统指令</translation>
    </message>
    <message>
        <source>Read: MRS, or a System instruction with a result</source>
        <translation>读：MRS 或带结果的系统指令</translation>
    </message>
    <message>
        <source>The general-purpose register that is read or written; 31 is the zero register.</source>
        <translation>被读取或写入的通用寄存器；31 为零寄存器。</translation>
    </message>
    <message>
        <source>Write: MSRR or a 128-bit System instruction</source>
        <translation>写：MSRR 或 128 位系统指令</translation>
    </message>
    <message>
        <source>Read: MRRS</source>
        <translation>读：MRRS</translation>
    </message>
    <message>
        <source>Transfer registers</source>
        <translation>传输寄存器</translation>
    </message>
    <message>
        <source>Half the number of the first of the two registers that hold the 128 bits.</source>
        <translation>存放这 128 位的两个寄存器中第一个的编号的一半。</translation>
    </message>
    <message>
        <source>The register that receives the status of the transaction.</source>
        <translation>接收事务状态的寄存器。</translation>
    </message>
    <message>
        <source>SME access trapped by SMEN, TSM or ESM</source>
        <translation>SME 访问因 SMEN、TSM 或 ESM 陷入</translation>
    </message>
    <message>
        <source>Advanced SIMD or SVE instruction not allowed while PSTATE.SM is 1</source>
        <translation>PSTATE.SM 为 1 时不允许的 Advanced SIMD 或 SVE 指令</translation>
    </message>
    <message>
        <source>SME instruction not allowed while PSTATE.SM is 0</source>
        <translation>PSTATE.SM 为 0 时不允许的 SME 指令</translation>
    </message>
    <message>
        <source>SME instruction not allowed while PSTATE.ZA is 0</source>
        <translation>PSTATE.ZA 为 0 时不允许的 SME 指令</translation>
    </message>
    <message>
        <source>ZT0 access trapped by EZT0 (FEAT_SME2)</source>
        <translation>ZT0 访问因 EZT0 陷入（FEAT_SME2）</translation>
    </message>
    <message>
        <source>SME trap code</source>
        <translation>SME 陷入代码</translation>
    </message>
    <message>
        <source>Why the instruction that uses SME, or may not be used beside it, trapped.</source>
        <translation>使用 SME 或不能与其同时使用的指令为何陷入。</translation>
    </message>
    <message>
        <source>COND is not valid</source>
        <translation>COND 无效</translation>
    </message>
    <message>
        <source>COND is valid</source>
        <translation>COND 有效</translation>
    </message>
    <message>
        <source>Condition code valid</source>
        <translation>条件码有效</translation>
    </message>
    <message>
        <source>Whether COND is valid. It always is for an instruction of AArch64 state; for T32 it is IMPLEMENTATION DEFINED.</source>
        <translation>COND 是否有效。对 AArch64 状态的指令始终有效；对 T32 为 IMPLEMENTATION DEFINED。</translation>
    </message>
    <message>
        <source>Condition code</source>
        <translation>条件码</translation>
    </message>
    <message>
        <source>The condition of the trapped AArch32 instruction; AL for an instruction of AArch64 state.</source>
        <translation>陷入的 AArch32 指令的条件；对 AArch64 状态的指令为 AL。</translation>
    </message>
    <message>
        <source>Memory type 7</source>
        <translation>内存类型 7</translation>
    </message>
    <message>
        <source>The memory type of block and page descriptors whose AttrIndx is 7.</source>
        <translation>AttrIndx 为 7 的块描述符和页描述符的内存类型。</translation>
    </message>
    <message>
        <source>Memory type 6</source>
        <translation>内存类型 6</translation>
    </message>
    <message>
        <source>The memory type of block and page descriptors whose AttrIndx is 6.</source>
        <translation>AttrIndx 为 6 的块描述符和页描述符的内存类型。</translation>
    </message>
    <message>
        <source>Memory type 5</source>
        <translation>内存类型 5</translation>
    </message>
    <message>
        <source>The memory type of block and page descriptors whose AttrIndx is 5.</source>
        <translation>AttrIndx 为 5 的块描述符和页描述符的内存类型。</translation>
    </message>
    <message>
        <source>Memory type 4</source>
        <translation>内存类型 4</translation>
    </message>
    <message>
        <source>The memory type of block and page descriptors whose AttrIndx is 4.</source>
        <translation>AttrIndx 为 4 的块描述符和页描述符的内存类型。</translation>
    </message>
    <message>
        <source>Memory type 3</source>
        <translation>内存类型 3</translation>
    </message>
    <message>
        <source>The memory type of block and page descriptors whose AttrIndx is 3.</source>
        <translation>AttrIndx 为 3 的块描述符和页描述符的内存类型。</translation>
    </message>
    <message>
        <source>Memory type 2</source>
        <translation>内存类型 2</translation>
    </message>
    <message>
        <source>The memory type of block and page descriptors whose AttrIndx is 2.</source>
        <translation>AttrIndx 为 2 的块描述符和页描述符的内存类型。</translation>
    </message>
    <message>
        <source>Memory type 1</source>
        <translation>内存类型 1</translation>
    </message>
    <message>
        <source>The memory type of block and page descriptors whose AttrIndx is 1.</source>
        <translation>AttrIndx 为 1 的块描述符和页描述符的内存类型。</translation>
    </message>
    <message>
        <source>Memory type 0</source>
        <translation>内存类型 0</translation>
    </message>
    <message>
        <source>The memory type of block and page descriptors whose AttrIndx is 0.</source>
        <translation>AttrIndx 为 0 的块描述符和页描述符的内存类型。</translation>
    </message>
    <message>
        <source>Memory Attribute Indirection Register (EL1)</source>
        <translation>内存属性间接寄存器（EL1）</translation>
    </message>
    <message>
        <source>Write-Through transient, Write-Allocate</source>
        <translation>Write-Through 瞬态，Write-Allocate</translation>
    </message>
    <message>
        <source>Write-Through transient, Read-Allocate</source>
        <translation>Write-Through 瞬态，Read-Allocate</translation>
    </message>
    <message>
        <source>Write-Through transient, Read-Allocate, Write-Allocate</source>
        <translation>Write-Through 瞬态，Read-Allocate，Write-Allocate</translation>
    </message>
    <message>
        <source>Non-cacheable</source>
        <translation>Non-cacheable</translation>
    </message>
    <message>
        <source>Write-Back transient, Write-Allocate</source>
        <translation>Write-Back 瞬态，Write-Allocate</translation>
    </message>
    <message>
        <source>Write-Back transient, Read-Allocate</source>
        <translation>Write-Back 瞬态，Read-Allocate</translation>
    </message>
    <message>
        <source>Write-Back transient, Read-Allocate, Write-Allocate</source>
        <translation>Write-Back 瞬态，Read-Allocate，Write-Allocate</translation>
    </message>
    <message>
        <source>Write-Through, no allocation</source>
        <translation>Write-Through，不分配</translation>
    </message>
    <message>
        <source>Write-Through, Write-Allocate</source>
        <translation>Write-Through，Write-Allocate</translation>
    </message>
    <message>
        <source>Write-Through, Read-Allocate</source>
        <translation>Write-Through，Read-Allocate</translation>
    </message>
    <message>
        <source>Write-Through, Read-Allocate, Write-Allocate</source>
        <translation>Write-Through，Read-Allocate，Write-Allocate</translation>
    </message>
    <message>
        <source>Write-Back, no allocation</source>
        <translation>Write-Back，不分配</translation>
    </message>
    <message>
        <source>Write-Back, Write-Allocate</source>
        <translation>Write-Back，Write-Allocate</translation>
    </message>
    <message>
        <source>Write-Back, Read-Allocate</source>
        <translation>Write-Back，Read-Allocate</translation>
    </message>
    <message>
        <source>Write-Back, Read-Allocate, Write-Allocate</source>
        <translation>Write-Back，Read-Allocate，Write-Allocate</translation>
    </message>
    <message>
        <source>Device-nGnRnE, XS is 0</source>
        <translation>Device-nGnRnE，XS 为 0</translation>
    </message>
    <message>
        <source>Device-nGnRE, XS is 0</source>
        <translation>Device-nGnRE，XS 为 0</translation>
    </message>
    <message>
        <source>Device-nGRE, XS is 0</source>
        <translation>Device-nGRE，XS 为 0</translation>
    </message>
    <message>
        <source>Device-GRE, XS is 0</source>
        <translation>Device-GRE，XS 为 0</translation>
    </message>
    <message>
        <source>Normal, Outer and Inner Non-cacheable, XS is 0</source>
        <translation>Normal，Outer 和 Inner 均为 Non-cacheable，XS 为 0</translation>
    </message>
    <message>
        <source>Normal, Outer and Inner Write-Through, Read-Allocate, XS is 0</source>
        <translation>Normal，Outer 和 Inner 均为 Write-Through，Read-Allocate，XS 为 0</translation>
    </message>
    <message>
        <source>Tagged Normal, Write-Back, NoTagAccess</source>
        <translation>Tagged Normal，Write-Back，NoTagAccess</translation>
    </message>
    <message>
        <source>Tagged Normal, Outer and Inner Write-Back, Read-Allocate, Write-Allocate</source>
        <translation>Tagged Normal，Outer 和 Inner 均为 Write-Back，Read-Allocate，Write-Allocate</translation>
    </message>
    <message>
        <source>Reserved memory type</source>
        <translation>保留的内存类型</translation>
    </message>
    <message>
        <source>Normal, Outer and Inner %1</source>
        <translation>Normal，Outer 和 Inner 均为 %1</translation>
    </message>
    <message>
        <source>Normal, Outer %1, Inner %2</source>
        <translation>Normal，Outer 为 %1，Inner 为 %2</translation>
    </message>
    <message>
        <source>%1, NoTagAccess</source>
        <translation>%1，NoTagAccess</translation>
    </message>
    <message>
        <source>%1, or the stricter Device type of stage 1</source>
        <translation>%1，或 stage 1 中更严格的 Device 类型</translation>
    </message>
    <message>
        <source>Normal, Non-cacheable; a Device type of stage 1 stays</source>
        <translation>Normal，Non-cacheable；stage 1 的 Device 类型保持不变</translation>
    </message>
    <message>
        <source>Normal, Write-Back, whatever stage 1 says</source>
        <translation>Normal，Write-Back，与 stage 1 的设置无关</translation>
    </message>
    <message>
        <source>The memory type of stage 1</source>
        <translation>Stage 1 的内存类型</translation>
    </message>
    <message>
        <source>The memory type of stage 1, NoTagAccess if it is Tagged</source>
        <translation>Stage 1 的内存类型；若为 Tagged 则为 NoTagAccess</translation>
    </message>
    <message>
        <source>The translation succeeded</source>
        <translation>转换成功</translation>
    </message>
    <message>
        <source>The translation failed</source>
        <translation>转换失败</translation>
    </message>
    <message>
        <source>Outer Shareable (or Device or Non-cacheable memory)</source>
        <translation>Outer Shareable（或 Device、Non-cacheable 内存）</translation>
    </message>
    <message>
        <source>Secure, or UNKNOWN</source>
        <translation>Secure，或 UNKNOWN</translation>
    </message>
    <message>
        <source>Non-secure, or UNKNOWN</source>
        <translation>Non-secure，或 UNKNOWN</translation>
    </message>
    <message>
        <source>0: with NS, Secure or Non-secure</source>
        <translation>0：与 NS 一起表示 Secure 或 Non-secure</translation>
    </message>
    <message>
        <source>1: RES1 without FEAT_RME</source>
        <translation>1：没有 FEAT_RME 时为 RES1</translation>
    </message>
    <message>
        <source>Due to dirty state</source>
        <translation>由脏状态引起</translation>
    </message>
    <message>
        <source>Due to overlay permissions</source>
        <translation>由叠加权限引起</translation>
    </message>
    <message>
        <source>Due to the TopLevel check</source>
        <translation>由 TopLevel 检查引起</translation>
    </message>
    <message>
        <source>Due to AssuredOnly</source>
        <translation>由 AssuredOnly 引起</translation>
    </message>
    <message>
        <source>Stage 1</source>
        <translation>Stage 1</translation>
    </message>
    <message>
        <source>Stage 2</source>
        <translation>Stage 2</translation>
    </message>
    <message>
        <source>Not on a stage 1 walk</source>
        <translation>不在 stage 1 遍历中</translation>
    </message>
    <message>
        <source>A stage 2 fault on a stage 1 walk</source>
        <translation>Stage 1 遍历中的 stage 2 错误</translation>
    </message>
    <message>
        <source>Section Domain fault (AArch32 short descriptors)</source>
        <translation>段域错误（AArch32 短描述符）</translation>
    </message>
    <message>
        <source>Page Domain fault (AArch32 short descriptors)</source>
        <translation>页域错误（AArch32 短描述符）</translation>
    </message>
    <message>
        <source>Memory attributes</source>
        <translation>内存属性</translation>
    </message>
    <message>
        <source>The memory type of the address, in the code of MAIR_EL1.</source>
        <translation>该地址的内存类型，采用 MAIR_EL1 的编码。</translation>
    </message>
    <message>
        <source>The page of the physical address (or of the IPA, for a stage 1 translation).</source>
        <translation>物理地址所在的页（stage 1 转换时为 IPA 所在的页）。</translation>
    </message>
    <message>
        <source>Non-secure extension</source>
        <translation>非安全扩展</translation>
    </message>
    <message>
        <source>With NS the output address space in the EL3 translation regime (FEAT_RME).</source>
        <translation>与 NS 一起给出 EL3 转换机制中的输出地址空间（FEAT_RME）。</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED</source>
        <translation>IMPLEMENTATION DEFINED</translation>
    </message>
    <message>
        <source>The documentation of the processor tells what this bit means.</source>
        <translation>此位的含义见处理器的文档。</translation>
    </message>
    <message>
        <source>The output address space, for a translation in Secure state; otherwise UNKNOWN.</source>
        <translation>Secure 状态下转换的输出地址空间；其他情况为 UNKNOWN。</translation>
    </message>
    <message>
        <source>Among which observers the address is kept coherent.</source>
        <translation>该地址在哪些观察者之间保持一致性。</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Whether the translation failed.</source>
        <translation>转换是否失败。</translation>
    </message>
    <message>
        <source>Whether a Permission fault is due to dirty state (FEAT_S1PIE, FEAT_S2PIE).</source>
        <translation>Permission fault 是否由脏状态引起（FEAT_S1PIE、FEAT_S2PIE）。</translation>
    </message>
    <message>
        <source>Whether a Permission fault is due to overlay permissions (FEAT_S1POE, FEAT_S2POE).</source>
        <translation>Permission fault 是否由叠加权限引起（FEAT_S1POE、FEAT_S2POE）。</translation>
    </message>
    <message>
        <source>Whether a Permission fault is due to the TopLevel check (FEAT_THE).</source>
        <translation>Permission fault 是否由 TopLevel 检查引起（FEAT_THE）。</translation>
    </message>
    <message>
        <source>Whether a Permission fault is due to AssuredOnly (FEAT_THE).</source>
        <translation>Permission fault 是否由 AssuredOnly 引起（FEAT_THE）。</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>In which stage of translation the fault was found.</source>
        <translation>错误是在转换的哪个阶段发现的。</translation>
    </message>
    <message>
        <source>Whether stage 2 failed for the address of a stage 1 table.</source>
        <translation>是否是 stage 2 在转换 stage 1 表的地址时失败。</translation>
    </message>
    <message>
        <source>The kind of fault and, for faults of a walk, its level. External aborts are taken as exceptions instead.</source>
        <translation>错误的种类；对于遍历中的错误，还包括其级别。External abort 则作为异常处理。</translation>
    </message>
    <message>
        <source>Physical Address Register</source>
        <translation>物理地址寄存器</translation>
    </message>
    <message>
        <source>The exception class comes with %1.</source>
        <translation>该异常类别随 %1 引入。</translation>
    </message>
    <message>
        <source>The faulting IPA is %1.</source>
        <translation>出错的 IPA 为 %1。</translation>
    </message>
    <message>
        <source>SL2 is 1 where it has no meaning: it needs DS = 1 and the 4 KiB granule.</source>
        <translation>SL2 在没有意义的情况下为 1：它要求 DS = 1 且粒度为 4 KiB。</translation>
    </message>
    <message>
        <source>the IPA page %1</source>
        <translation>IPA 页 %1</translation>
    </message>
    <message>
        <source>the translation failed</source>
        <translation>转换失败</translation>
    </message>
    <message>
        <source>the translation gave the page at %1</source>
        <translation>转换得到位于 %1 的页</translation>
    </message>
    <message>
        <source>Trapped to EL1</source>
        <translation>陷入到 EL1</translation>
    </message>
    <message>
        <source>Little-endian</source>
        <translation>小端</translation>
    </message>
    <message>
        <source>Big-endian</source>
        <translation>大端</translation>
    </message>
    <message>
        <source>Synchronous exception</source>
        <translation>同步异常</translation>
    </message>
    <message>
        <source>Asynchronously accumulated</source>
        <translation>异步累积</translation>
    </message>
    <message>
        <source>Synchronous for reads, asynchronous for writes</source>
        <translation>读同步，写异步</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>As the tables say</source>
        <translation>按转换表的规定</translation>
    </message>
    <message>
        <source>PSTATE.PAN is set on an exception to EL1</source>
        <translation>发生到 EL1 的异常时置位 PSTATE.PAN</translation>
    </message>
    <message>
        <source>PSTATE.PAN is left as it is</source>
        <translation>PSTATE.PAN 保持不变</translation>
    </message>
    <message>
        <source>Whether IMPLEMENTATION DEFINED registers and instructions trap from EL0 (FEAT_TIDCP1).</source>
        <translation>IMPLEMENTATION DEFINED 的寄存器和指令是否从 EL0 陷入（FEAT_TIDCP1）。</translation>
    </message>
    <message>
        <source>SP interrupt mask</source>
        <translation>SP 中断屏蔽</translation>
    </message>
    <message>
        <source>Whether PSTATE.SP masks interrupts (FEAT_NMI).</source>
        <translation>PSTATE.SP 是否屏蔽中断（FEAT_NMI）。</translation>
    </message>
    <message>
        <source>Non-maskable interrupts</source>
        <translation>不可屏蔽中断</translation>
    </message>
    <message>
        <source>Whether interrupts with superpriority pass PSTATE.I and F (FEAT_NMI).</source>
        <translation>超优先级中断是否不受 PSTATE.I 和 F 屏蔽（FEAT_NMI）。</translation>
    </message>
    <message>
        <source>Enable TPIDR2_EL0</source>
        <translation>启用 TPIDR2_EL0</translation>
    </message>
    <message>
        <source>Whether access to TPIDR2_EL0 (FEAT_SME) works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否访问 TPIDR2_EL0（FEAT_SME）；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>Tag checking, store only</source>
        <translation>标签检查，仅存储</translation>
    </message>
    <message>
        <source>Whether only stores are tag-checked at EL1 (FEAT_MTE_STORE_ONLY).</source>
        <translation>EL1 是否仅对存储做标签检查（FEAT_MTE_STORE_ONLY）。</translation>
    </message>
    <message>
        <source>Tag checking, store only at EL0</source>
        <translation>EL0 标签检查，仅存储</translation>
    </message>
    <message>
        <source>Whether only stores are tag-checked at EL0 (FEAT_MTE_STORE_ONLY).</source>
        <translation>EL0 是否仅对存储做标签检查（FEAT_MTE_STORE_ONLY）。</translation>
    </message>
    <message>
        <source>Enhanced PAN</source>
        <translation>增强型 PAN</translation>
    </message>
    <message>
        <source>Whether PAN also refuses data access to pages that EL0 can only execute (FEAT_PAN3).</source>
        <translation>PAN 是否也拒绝对 EL0 仅可执行的页的数据访问（FEAT_PAN3）。</translation>
    </message>
    <message>
        <source>Enable LD64B and ST64B</source>
        <translation>启用 LD64B 和 ST64B</translation>
    </message>
    <message>
        <source>Whether LD64B and ST64B (FEAT_LS64) works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否使用 LD64B 和 ST64B（FEAT_LS64）；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>Enable ST64BV0</source>
        <translation>启用 ST64BV0</translation>
    </message>
    <message>
        <source>Whether ST64BV0 (FEAT_LS64_ACCDATA) works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否使用 ST64BV0（FEAT_LS64_ACCDATA）；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>Enable ST64BV</source>
        <translation>启用 ST64BV</translation>
    </message>
    <message>
        <source>Whether ST64BV (FEAT_LS64_V) works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否使用 ST64BV（FEAT_LS64_V）；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>Transactional memory at EL1</source>
        <translation>EL1 事务内存</translation>
    </message>
    <message>
        <source>Whether TSTART works at EL1 (FEAT_TME, withdrawn).</source>
        <translation>EL1 能否使用 TSTART（FEAT_TME，已撤销）。</translation>
    </message>
    <message>
        <source>Transactional memory at EL0</source>
        <translation>EL0 事务内存</translation>
    </message>
    <message>
        <source>Whether TSTART works at EL0 (FEAT_TME, withdrawn).</source>
        <translation>EL0 能否使用 TSTART（FEAT_TME，已撤销）。</translation>
    </message>
    <message>
        <source>Force transaction failure at EL1</source>
        <translation>强制 EL1 事务失败</translation>
    </message>
    <message>
        <source>Whether transactions at EL1 fail at once (FEAT_TME, withdrawn).</source>
        <translation>EL1 的事务是否立即失败（FEAT_TME，已撤销）。</translation>
    </message>
    <message>
        <source>Force transaction failure at EL0</source>
        <translation>强制 EL0 事务失败</translation>
    </message>
    <message>
        <source>Whether transactions at EL0 fail at once (FEAT_TME, withdrawn).</source>
        <translation>EL0 的事务是否立即失败（FEAT_TME，已撤销）。</translation>
    </message>
    <message>
        <source>Default PSTATE.SSBS</source>
        <translation>PSTATE.SSBS 默认值</translation>
    </message>
    <message>
        <source>The value of PSTATE.SSBS on an exception to EL1 (FEAT_SSBS).</source>
        <translation>发生到 EL1 的异常时 PSTATE.SSBS 的值（FEAT_SSBS）。</translation>
    </message>
    <message>
        <source>Allocation Tag access at EL1</source>
        <translation>EL1 访问分配标签</translation>
    </message>
    <message>
        <source>Whether EL1 may use Allocation Tags (FEAT_MTE2).</source>
        <translation>EL1 能否使用分配标签（FEAT_MTE2）。</translation>
    </message>
    <message>
        <source>Allocation Tag access at EL0</source>
        <translation>EL0 访问分配标签</translation>
    </message>
    <message>
        <source>Whether EL0 may use Allocation Tags (FEAT_MTE2).</source>
        <translation>EL0 能否使用分配标签（FEAT_MTE2）。</translation>
    </message>
    <message>
        <source>Tag check fault at EL1</source>
        <translation>EL1 标签检查错误</translation>
    </message>
    <message>
        <source>What a failed tag check at EL1 does (FEAT_MTE2).</source>
        <translation>EL1 标签检查失败时的行为（FEAT_MTE2）。</translation>
    </message>
    <message>
        <source>Tag check fault at EL0</source>
        <translation>EL0 标签检查错误</translation>
    </message>
    <message>
        <source>What a failed tag check at EL0 does (FEAT_MTE2).</source>
        <translation>EL0 标签检查失败时的行为（FEAT_MTE2）。</translation>
    </message>
    <message>
        <source>Synchronize tag faults</source>
        <translation>同步标签错误</translation>
    </message>
    <message>
        <source>Whether asynchronous tag check faults are synchronized on entry to EL1 (FEAT_MTE2).</source>
        <translation>进入 EL1 时是否同步异步的标签检查错误（FEAT_MTE2）。</translation>
    </message>
    <message>
        <source>Branch type compatibility at EL1</source>
        <translation>EL1 分支类型兼容性</translation>
    </message>
    <message>
        <source>Whether PACIASP and PACIBSP refuse a BTYPE of 3 at EL1 (FEAT_BTI).</source>
        <translation>EL1 的 PACIASP 和 PACIBSP 是否拒绝值为 3 的 BTYPE（FEAT_BTI）。</translation>
    </message>
    <message>
        <source>Branch type compatibility at EL0</source>
        <translation>EL0 分支类型兼容性</translation>
    </message>
    <message>
        <source>Whether PACIASP and PACIBSP refuse a BTYPE of 3 at EL0 (FEAT_BTI).</source>
        <translation>EL0 的 PACIASP 和 PACIBSP 是否拒绝值为 3 的 BTYPE（FEAT_BTI）。</translation>
    </message>
    <message>
        <source>Enable FPMR at EL0</source>
        <translation>EL0 启用 FPMR</translation>
    </message>
    <message>
        <source>Whether EL0 may use FPMR (FEAT_FPMR).</source>
        <translation>EL0 能否使用 FPMR（FEAT_FPMR）。</translation>
    </message>
    <message>
        <source>Memory copy and set at EL0</source>
        <translation>EL0 内存复制与设置</translation>
    </message>
    <message>
        <source>Whether EL0 may use the Memory Copy and Memory Set instructions (FEAT_MOPS).</source>
        <translation>EL0 能否使用内存复制和内存设置指令（FEAT_MOPS）。</translation>
    </message>
    <message>
        <source>Cache maintenance needs write permission</source>
        <translation>缓存维护需要写权限</translation>
    </message>
    <message>
        <source>Whether DC CIVAC and IC IVAU at EL0 need write permission (FEAT_CMOW).</source>
        <translation>EL0 的 DC CIVAC 和 IC IVAU 是否需要写权限（FEAT_CMOW）。</translation>
    </message>
    <message>
        <source>Enable key IA</source>
        <translation>启用密钥 IA</translation>
    </message>
    <message>
        <source>Whether instruction key A authenticates pointers (FEAT_PAuth).</source>
        <translation>是否用指令密钥 A 认证指针（FEAT_PAuth）。</translation>
    </message>
    <message>
        <source>Enable key IB</source>
        <translation>启用密钥 IB</translation>
    </message>
    <message>
        <source>Whether instruction key B authenticates pointers (FEAT_PAuth).</source>
        <translation>是否用指令密钥 B 认证指针（FEAT_PAuth）。</translation>
    </message>
    <message>
        <source>Load/store multiple atomicity</source>
        <translation>多寄存器加载/存储的原子性</translation>
    </message>
    <message>
        <source>The atomicity and ordering of AArch32 load and store multiple (FEAT_LSMAOC).</source>
        <translation>AArch32 多寄存器加载和存储的原子性与顺序（FEAT_LSMAOC）。</translation>
    </message>
    <message>
        <source>No trap of multiple accesses to Device memory</source>
        <translation>对 Device 内存的多重访问不陷入</translation>
    </message>
    <message>
        <source>Whether AArch32 load and store multiple to Device memory are allowed (FEAT_LSMAOC).</source>
        <translation>是否允许对 Device 内存执行 AArch32 多寄存器加载和存储（FEAT_LSMAOC）。</translation>
    </message>
    <message>
        <source>Enable key DA</source>
        <translation>启用密钥 DA</translation>
    </message>
    <message>
        <source>Whether data key A authenticates pointers (FEAT_PAuth).</source>
        <translation>是否用数据密钥 A 认证指针（FEAT_PAuth）。</translation>
    </message>
    <message>
        <source>EL0 cache maintenance</source>
        <translation>EL0 缓存维护</translation>
    </message>
    <message>
        <source>Whether cache maintenance by address works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否按地址进行缓存维护；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>Endianness of EL1</source>
        <translation>EL1 字节序</translation>
    </message>
    <message>
        <source>The byte order of data accesses at EL1 and of stage 1 table walks.</source>
        <translation>EL1 数据访问和 stage 1 表遍历的字节序。</translation>
    </message>
    <message>
        <source>Endianness of EL0</source>
        <translation>EL0 字节序</translation>
    </message>
    <message>
        <source>The byte order of data accesses at EL0.</source>
        <translation>EL0 数据访问的字节序。</translation>
    </message>
    <message>
        <source>Set PAN</source>
        <translation>置位 PAN</translation>
    </message>
    <message>
        <source>What an exception to EL1 does with PSTATE.PAN (FEAT_PAN).</source>
        <translation>发生到 EL1 的异常时如何处理 PSTATE.PAN（FEAT_PAN）。</translation>
    </message>
    <message>
        <source>Exception entry is synchronizing</source>
        <translation>异常进入具有同步作用</translation>
    </message>
    <message>
        <source>Whether entry to EL1 is a context synchronization event (FEAT_ExS).</source>
        <translation>进入 EL1 是否为上下文同步事件（FEAT_ExS）。</translation>
    </message>
    <message>
        <source>Whether errors are synchronized on entry to and return from EL1 (FEAT_IESB).</source>
        <translation>进入 EL1 和从 EL1 返回时是否同步错误（FEAT_IESB）。</translation>
    </message>
    <message>
        <source>Trap SCXTNUM_EL0</source>
        <translation>陷入 SCXTNUM_EL0</translation>
    </message>
    <message>
        <source>Whether access to SCXTNUM_EL0 traps from EL0 (FEAT_CSV2).</source>
        <translation>从 EL0 访问 SCXTNUM_EL0 是否陷入（FEAT_CSV2）。</translation>
    </message>
    <message>
        <source>Write implies execute-never</source>
        <translation>可写即不可执行</translation>
    </message>
    <message>
        <source>Whether memory that can be written cannot be executed.</source>
        <translation>可写的内存是否不可执行。</translation>
    </message>
    <message>
        <source>No trap of WFE</source>
        <translation>WFE 不陷入</translation>
    </message>
    <message>
        <source>Whether a WFE that would wait works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否执行会进入等待的 WFE；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>No trap of WFI</source>
        <translation>WFI 不陷入</translation>
    </message>
    <message>
        <source>Whether a WFI that would wait works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否执行会进入等待的 WFI；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>EL0 access to CTR_EL0</source>
        <translation>EL0 访问 CTR_EL0</translation>
    </message>
    <message>
        <source>Whether a read of CTR_EL0 works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否读取 CTR_EL0；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>EL0 DC ZVA</source>
        <translation>EL0 使用 DC ZVA</translation>
    </message>
    <message>
        <source>Whether DC ZVA works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否使用 DC ZVA；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>Enable key DB</source>
        <translation>启用密钥 DB</translation>
    </message>
    <message>
        <source>Whether data key B authenticates pointers (FEAT_PAuth).</source>
        <translation>是否用数据密钥 B 认证指针（FEAT_PAuth）。</translation>
    </message>
    <message>
        <source>Instruction cacheability</source>
        <translation>指令可缓存性</translation>
    </message>
    <message>
        <source>Whether instruction fetches are cacheable as the tables say.</source>
        <translation>取指的可缓存性是否按转换表的规定。</translation>
    </message>
    <message>
        <source>Exception return is synchronizing</source>
        <translation>异常返回具有同步作用</translation>
    </message>
    <message>
        <source>Whether return from EL1 is a context synchronization event (FEAT_ExS).</source>
        <translation>从 EL1 返回是否为上下文同步事件（FEAT_ExS）。</translation>
    </message>
    <message>
        <source>Enable RCTX instructions</source>
        <translation>启用 RCTX 指令</translation>
    </message>
    <message>
        <source>Whether EL0 may use CFP, DVP and CPP RCTX (FEAT_SPECRES).</source>
        <translation>EL0 能否使用 CFP、DVP 和 CPP RCTX（FEAT_SPECRES）。</translation>
    </message>
    <message>
        <source>User mask access</source>
        <translation>用户屏蔽位访问</translation>
    </message>
    <message>
        <source>Whether access to DAIF works at EL0; while it is 0, it traps to EL1.</source>
        <translation>EL0 能否访问 DAIF；为 0 时陷入到 EL1。</translation>
    </message>
    <message>
        <source>SETEND disable</source>
        <translation>禁用 SETEND</translation>
    </message>
    <message>
        <source>Whether SETEND is UNDEFINED in AArch32 at EL0.</source>
        <translation>AArch32 EL0 下 SETEND 是否为 UNDEFINED。</translation>
    </message>
    <message>
        <source>IT disable</source>
        <translation>禁用 IT</translation>
    </message>
    <message>
        <source>Whether some T32 IT instructions are UNDEFINED at EL0.</source>
        <translation>EL0 下部分 T32 IT 指令是否为 UNDEFINED。</translation>
    </message>
    <message>
        <source>Non-aligned ordered access</source>
        <translation>非对齐有序访问</translation>
    </message>
    <message>
        <source>Whether unaligned acquire and release accesses within 16 bytes are allowed (FEAT_LSE2).</source>
        <translation>是否允许 16 字节内的非对齐获取和释放访问（FEAT_LSE2）。</translation>
    </message>
    <message>
        <source>AArch32 barriers</source>
        <translation>AArch32 屏障</translation>
    </message>
    <message>
        <source>Whether the CP15 barrier instructions work at EL0.</source>
        <translation>EL0 能否使用 CP15 屏障指令。</translation>
    </message>
    <message>
        <source>SP alignment check at EL0</source>
        <translation>EL0 的 SP 对齐检查</translation>
    </message>
    <message>
        <source>Whether a misaligned SP used as a base raises a fault at EL0.</source>
        <translation>EL0 以未对齐的 SP 作基址时是否引发错误。</translation>
    </message>
    <message>
        <source>SP alignment check</source>
        <translation>SP 对齐检查</translation>
    </message>
    <message>
        <source>Whether a misaligned SP used as a base raises a fault at EL1.</source>
        <translation>EL1 以未对齐的 SP 作基址时是否引发错误。</translation>
    </message>
    <message>
        <source>Data cacheability</source>
        <translation>数据可缓存性</translation>
    </message>
    <message>
        <source>Whether data accesses and table walks are cacheable as the tables say.</source>
        <translation>数据访问和表遍历的可缓存性是否按转换表的规定。</translation>
    </message>
    <message>
        <source>Alignment check</source>
        <translation>对齐检查</translation>
    </message>
    <message>
        <source>Whether unaligned data accesses raise an Alignment fault.</source>
        <translation>非对齐数据访问是否引发 Alignment fault。</translation>
    </message>
    <message>
        <source>MMU enable</source>
        <translation>启用 MMU</translation>
    </message>
    <message>
        <source>Whether stage 1 translation is on for EL1 and EL0.</source>
        <translation>EL1 和 EL0 的 stage 1 转换是否开启。</translation>
    </message>
    <message>
        <source>System Control Register (EL1)</source>
        <translation>系统控制寄存器（EL1）</translation>
    </message>
    <message>
        <source>No exception is injected</source>
        <translation>不注入异常</translation>
    </message>
    <message>
        <source>An Undefined Instruction exception is injected on return</source>
        <translation>返回时注入未定义指令异常</translation>
    </message>
    <message>
        <source>Inject Undefined Instruction exception</source>
        <translation>注入未定义指令异常</translation>
    </message>
    <message>
        <source>When set, the return makes the guest take an Undefined Instruction exception (FEAT_UINJ).</source>
        <translation>置位时，返回会使客户机产生未定义指令异常（FEAT_UINJ）。</translation>
    </message>
    <message>
        <source>PACM is 0</source>
        <translation>PACM 为 0</translation>
    </message>
    <message>
        <source>PACM is 1</source>
        <translation>PACM 为 1</translation>
    </message>
    <message>
        <source>PAC mode</source>
        <translation>PAC 模式</translation>
    </message>
    <message>
        <source>PSTATE.PACM: how pointer authentication uses the PC (FEAT_PAuth_LR).</source>
        <translation>PSTATE.PACM：指针认证如何使用 PC（FEAT_PAuth_LR）。</translation>
    </message>
    <message>
        <source>Not locked</source>
        <translation>未锁定</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Exception return state lock</source>
        <translation>异常返回状态锁</translation>
    </message>
    <message>
        <source>PSTATE.EXLOCK: locks ELR and SPSR against change (FEAT_GCS).</source>
        <translation>PSTATE.EXLOCK：锁定 ELR 和 SPSR 以防更改（FEAT_GCS）。</translation>
    </message>
    <message>
        <source>No PMU exception is pending</source>
        <translation>没有待处理的 PMU 异常</translation>
    </message>
    <message>
        <source>A PMU exception is pending</source>
        <translation>有待处理的 PMU 异常</translation>
    </message>
    <message>
        <source>PMU exception pending</source>
        <translation>PMU 异常待处理</translation>
    </message>
    <message>
        <source>PSTATE.PPEND: a PMU exception is pending (FEAT_SEBEP).</source>
        <translation>PSTATE.PPEND：有待处理的 PMU 异常（FEAT_SEBEP）。</translation>
    </message>
    <message>
        <source>Not masked</source>
        <translation>未屏蔽</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>Profiling exception mask</source>
        <translation>性能剖析异常屏蔽</translation>
    </message>
    <message>
        <source>PSTATE.PM: masks PMU profiling exceptions (FEAT_EBEP).</source>
        <translation>PSTATE.PM：屏蔽 PMU 性能剖析异常（FEAT_EBEP）。</translation>
    </message>
    <message>
        <source>Not negative</source>
        <translation>非负</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>负</translation>
    </message>
    <message>
        <source>Negative condition flag</source>
        <translation>负条件标志</translation>
    </message>
    <message>
        <source>PSTATE.N: the last flag-setting result was negative.</source>
        <translation>PSTATE.N：上一次设置标志的结果为负。</translation>
    </message>
    <message>
        <source>Not zero</source>
        <translation>非零</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Zero condition flag</source>
        <translation>零条件标志</translation>
    </message>
    <message>
        <source>PSTATE.Z: the last flag-setting result was zero.</source>
        <translation>PSTATE.Z：上一次设置标志的结果为零。</translation>
    </message>
    <message>
        <source>No carry</source>
        <translation>无进位</translation>
    </message>
    <message>
        <source>Carry</source>
        <translation>有进位</translation>
    </message>
    <message>
        <source>Carry condition flag</source>
        <translation>进位条件标志</translation>
    </message>
    <message>
        <source>PSTATE.C: the last flag-setting operation carried out.</source>
        <translation>PSTATE.C：上一次设置标志的运算产生了进位。</translation>
    </message>
    <message>
        <source>No overflow</source>
        <translation>无溢出</translation>
    </message>
    <message>
        <source>Overflow condition flag</source>
        <translation>溢出条件标志</translation>
    </message>
    <message>
        <source>PSTATE.V: the last flag-setting operation overflowed.</source>
        <translation>PSTATE.V：上一次设置标志的运算发生了溢出。</translation>
    </message>
    <message>
        <source>Tag checks as configured</source>
        <translation>按配置进行标签检查</translation>
    </message>
    <message>
        <source>No tag checks</source>
        <translation>不做标签检查</translation>
    </message>
    <message>
        <source>Tag Check Override</source>
        <translation>标签检查覆盖</translation>
    </message>
    <message>
        <source>PSTATE.TCO: loads and stores are not tag-checked (FEAT_MTE).</source>
        <translation>PSTATE.TCO：加载和存储不做标签检查（FEAT_MTE）。</translation>
    </message>
    <message>
        <source>Timing may depend on data</source>
        <translation>时序可能取决于数据</translation>
    </message>
    <message>
        <source>Timing does not depend on data</source>
        <translation>时序不取决于数据</translation>
    </message>
    <message>
        <source>Data Independent Timing</source>
        <translation>数据无关时序</translation>
    </message>
    <message>
        <source>PSTATE.DIT: instructions take a time that does not depend on their data.</source>
        <translation>PSTATE.DIT：指令的执行时间不取决于其数据。</translation>
    </message>
    <message>
        <source>LDTR and STTR use the rights of EL0</source>
        <translation>LDTR 和 STTR 使用 EL0 的权限</translation>
    </message>
    <message>
        <source>LDTR and STTR act as LDR and STR</source>
        <translation>LDTR 和 STTR 等同于 LDR 和 STR</translation>
    </message>
    <message>
        <source>User Access Override</source>
        <translation>用户访问覆盖</translation>
    </message>
    <message>
        <source>PSTATE.UAO: LDTR and STTR use the rights of the current Exception level.</source>
        <translation>PSTATE.UAO：LDTR 和 STTR 使用当前异常级别的权限。</translation>
    </message>
    <message>
        <source>Such accesses are allowed</source>
        <translation>允许此类访问</translation>
    </message>
    <message>
        <source>Such accesses fault</source>
        <translation>此类访问引发错误</translation>
    </message>
    <message>
        <source>Privileged Access Never</source>
        <translation>特权访问禁止</translation>
    </message>
    <message>
        <source>PSTATE.PAN: privileged accesses to memory that EL0 can reach fault.</source>
        <translation>PSTATE.PAN：对 EL0 可访问内存的特权访问会引发错误。</translation>
    </message>
    <message>
        <source>Step is active-pending or off</source>
        <translation>单步处于 active-pending 状态或关闭</translation>
    </message>
    <message>
        <source>One instruction is executed before the step exception</source>
        <translation>在单步异常之前执行一条指令</translation>
    </message>
    <message>
        <source>Software Step</source>
        <translation>软件单步</translation>
    </message>
    <message>
        <source>PSTATE.SS: the state of the software step machine.</source>
        <translation>PSTATE.SS：软件单步状态机的状态。</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>合法</translation>
    </message>
    <message>
        <source>PSTATE.IL: every instruction raises an Illegal Execution state exception.</source>
        <translation>PSTATE.IL：每条指令都会引发非法执行状态异常。</translation>
    </message>
    <message>
        <source>All interrupt mask</source>
        <translation>全部中断屏蔽</translation>
    </message>
    <message>
        <source>PSTATE.ALLINT: masks IRQ and FIQ with superpriority as well (FEAT_NMI).</source>
        <translation>PSTATE.ALLINT：连同超优先级的 IRQ 和 FIQ 一并屏蔽（FEAT_NMI）。</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Permitted</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Speculative Store Bypass Safe</source>
        <translation>推测性存储旁路安全</translation>
    </message>
    <message>
        <source>PSTATE.SSBS: loads may speculatively bypass earlier stores.</source>
        <translation>PSTATE.SSBS：加载可以推测性地越过更早的存储。</translation>
    </message>
    <message>
        <source>No indirect branch</source>
        <translation>非间接分支</translation>
    </message>
    <message>
        <source>BR through X16 or X17, or from an unguarded page</source>
        <translation>经 X16 或 X17 的 BR，或来自非保护页的 BR</translation>
    </message>
    <message>
        <source>BLR</source>
        <translation>BLR</translation>
    </message>
    <message>
        <source>BR through another register from a guarded page</source>
        <translation>来自保护页、经其他寄存器的 BR</translation>
    </message>
    <message>
        <source>PSTATE.BTYPE: how the last indirect branch was made, for BTI to check (FEAT_BTI).</source>
        <translation>PSTATE.BTYPE：上一次间接分支的方式，供 BTI 检查（FEAT_BTI）。</translation>
    </message>
    <message>
        <source>Debug exception mask</source>
        <translation>调试异常屏蔽</translation>
    </message>
    <message>
        <source>PSTATE.D: masks watchpoint, breakpoint and software step exceptions.</source>
        <translation>PSTATE.D：屏蔽观察点、断点和软件单步异常。</translation>
    </message>
    <message>
        <source>SError exception mask</source>
        <translation>SError 异常屏蔽</translation>
    </message>
    <message>
        <source>PSTATE.A: masks SError exceptions.</source>
        <translation>PSTATE.A：屏蔽 SError 异常。</translation>
    </message>
    <message>
        <source>IRQ mask</source>
        <translation>IRQ 屏蔽</translation>
    </message>
    <message>
        <source>PSTATE.I: masks IRQ interrupts.</source>
        <translation>PSTATE.I：屏蔽 IRQ 中断。</translation>
    </message>
    <message>
        <source>FIQ mask</source>
        <translation>FIQ 屏蔽</translation>
    </message>
    <message>
        <source>PSTATE.F: masks FIQ interrupts.</source>
        <translation>PSTATE.F：屏蔽 FIQ 中断。</translation>
    </message>
    <message>
        <source>Execution state</source>
        <translation>执行状态</translation>
    </message>
    <message>
        <source>The Execution state the exception was taken from.</source>
        <translation>发生异常时所处的执行状态。</translation>
    </message>
    <message>
        <source>EL0t</source>
        <translation>EL0t</translation>
    </message>
    <message>
        <source>EL1t: EL1 with SP_EL0</source>
        <translation>EL1t：EL1，使用 SP_EL0</translation>
    </message>
    <message>
        <source>EL1h: EL1 with SP_EL1</source>
        <translation>EL1h：EL1，使用 SP_EL1</translation>
    </message>
    <message>
        <source>EL2t: EL2 with SP_EL0</source>
        <translation>EL2t：EL2，使用 SP_EL0</translation>
    </message>
    <message>
        <source>EL2h: EL2 with SP_EL2</source>
        <translation>EL2h：EL2，使用 SP_EL2</translation>
    </message>
    <message>
        <source>AArch64 Exception level and selected stack pointer</source>
        <translation>AArch64 异常级别与所选栈指针</translation>
    </message>
    <message>
        <source>PSTATE.EL and PSTATE.SP: t uses SP_EL0, h the stack pointer of the Exception level.</source>
        <translation>PSTATE.EL 和 PSTATE.SP：t 使用 SP_EL0，h 使用该异常级别的栈指针。</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未置位</translation>
    </message>
    <message>
        <source>Overflowed or saturated</source>
        <translation>发生溢出或饱和</translation>
    </message>
    <message>
        <source>Overflow or saturation flag</source>
        <translation>溢出或饱和标志</translation>
    </message>
    <message>
        <source>PSTATE.Q: a DSP operation overflowed or saturated.</source>
        <translation>PSTATE.Q：某次 DSP 运算发生了溢出或饱和。</translation>
    </message>
    <message>
        <source>If-Then</source>
        <translation>If-Then</translation>
    </message>
    <message>
        <source>The low bits of the state of the IT block.</source>
        <translation>IT 块状态的低位。</translation>
    </message>
    <message>
        <source>Greater than or Equal flags</source>
        <translation>大于或等于标志</translation>
    </message>
    <message>
        <source>One flag per byte lane, set by the parallel add and subtract instructions.</source>
        <translation>每个字节通道一个标志，由并行加减指令设置。</translation>
    </message>
    <message>
        <source>The high bits of the state of the IT block.</source>
        <translation>IT 块状态的高位。</translation>
    </message>
    <message>
        <source>Endianness</source>
        <translation>字节序</translation>
    </message>
    <message>
        <source>PSTATE.E: the byte order of data accesses.</source>
        <translation>PSTATE.E：数据访问的字节序。</translation>
    </message>
    <message>
        <source>A32</source>
        <translation>A32</translation>
    </message>
    <message>
        <source>T32</source>
        <translation>T32</translation>
    </message>
    <message>
        <source>T32 Instruction set state</source>
        <translation>T32 指令集状态</translation>
    </message>
    <message>
        <source>PSTATE.T: the instruction set.</source>
        <translation>PSTATE.T：指令集。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>FIQ</source>
        <translation>FIQ</translation>
    </message>
    <message>
        <source>IRQ</source>
        <translation>IRQ</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Hyp</source>
        <translation>Hyp</translation>
    </message>
    <message>
        <source>Undefined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>AArch32 mode</source>
        <translation>AArch32 模式</translation>
    </message>
    <message>
        <source>The AArch32 mode the exception was taken from.</source>
        <translation>发生异常时所处的 AArch32 模式。</translation>
    </message>
    <message>
        <source>Saved Program Status Register (EL2)</source>
        <translation>保存的程序状态寄存器（EL2）</translation>
    </message>
    <message>
        <source>Walks as usual</source>
        <translation>照常遍历</translation>
    </message>
    <message>
        <source>A TLB miss is a Translation fault, level 0</source>
        <translation>TLB 未命中即为 0 级 Translation fault</translation>
    </message>
    <message>
        <source>4 KiB</source>
        <translation>4 KiB</translation>
    </message>
    <message>
        <source>64 KiB</source>
        <translation>64 KiB</translation>
    </message>
    <message>
        <source>16 KiB</source>
        <translation>16 KiB</translation>
    </message>
    <message>
        <source>32 bits, 4 GiB</source>
        <translation>32 位，4 GiB</translation>
    </message>
    <message>
        <source>36 bits, 64 GiB</source>
        <translation>36 位，64 GiB</translation>
    </message>
    <message>
        <source>40 bits, 1 TiB</source>
        <translation>40 位，1 TiB</translation>
    </message>
    <message>
        <source>42 bits, 4 TiB</source>
        <translation>42 位，4 TiB</translation>
    </message>
    <message>
        <source>44 bits, 16 TiB</source>
        <translation>44 位，16 TiB</translation>
    </message>
    <message>
        <source>48 bits, 256 TiB</source>
        <translation>48 位，256 TiB</translation>
    </message>
    <message>
        <source>52 bits, 4 PiB</source>
        <translation>52 位，4 PiB</translation>
    </message>
    <message>
        <source>56 bits, 64 PiB (FEAT_D128; else reserved)</source>
        <translation>56 位，64 PiB（FEAT_D128；否则保留）</translation>
    </message>
    <message>
        <source>8-bit ASID</source>
        <translation>8 位 ASID</translation>
    </message>
    <message>
        <source>16-bit ASID</source>
        <translation>16 位 ASID</translation>
    </message>
    <message>
        <source>TTBR0_EL1.ASID</source>
        <translation>TTBR0_EL1.ASID</translation>
    </message>
    <message>
        <source>TTBR1_EL1.ASID</source>
        <translation>TTBR1_EL1.ASID</translation>
    </message>
    <message>
        <source>The top byte is part of the address</source>
        <translation>最高字节是地址的一部分</translation>
    </message>
    <message>
        <source>The top byte is ignored</source>
        <translation>最高字节被忽略</translation>
    </message>
    <message>
        <source>Table attributes limit what lies below</source>
        <translation>表属性限制其下层的内容</translation>
    </message>
    <message>
        <source>Table attributes are ignored</source>
        <translation>表属性被忽略</translation>
    </message>
    <message>
        <source>Not for hardware</source>
        <translation>不供硬件使用</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED hardware use, if hierarchical attributes are disabled</source>
        <translation>禁用层级属性时，供 IMPLEMENTATION DEFINED 的硬件使用</translation>
    </message>
    <message>
        <source>TBI holds for data and instructions</source>
        <translation>TBI 对数据和指令均有效</translation>
    </message>
    <message>
        <source>TBI holds for data only</source>
        <translation>TBI 仅对数据有效</translation>
    </message>
    <message>
        <source>Such accesses fault when they miss in the TLB</source>
        <translation>此类访问在 TLB 未命中时引发错误</translation>
    </message>
    <message>
        <source>EL0 accesses are Translation faults, level 0</source>
        <translation>EL0 访问为 0 级 Translation fault</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>48-bit addresses with 4 and 16 KiB granules</source>
        <translation>4 KiB 和 16 KiB 粒度使用 48 位地址</translation>
    </message>
    <message>
        <source>52-bit addresses with 4 and 16 KiB granules</source>
        <translation>4 KiB 和 16 KiB 粒度使用 52 位地址</translation>
    </message>
    <message>
        <source>%1-bit addresses</source>
        <translation>%1 位地址</translation>
    </message>
    <message>
        <source>Tag bits, TTBR1_EL1</source>
        <translation>标签位，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether bits 59:56 of addresses translated by TTBR1_EL1 are a logical tag that is not part of the address (FEAT_MTE_NO_ADDRESS_TAGS).</source>
        <translation>经 TTBR1_EL1 转换的地址，其位 59:56 是否为不属于地址的逻辑标签（FEAT_MTE_NO_ADDRESS_TAGS）。</translation>
    </message>
    <message>
        <source>Tag bits, TTBR0_EL1</source>
        <translation>标签位，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether bits 59:56 of addresses translated by TTBR0_EL1 are a logical tag that is not part of the address (FEAT_MTE_NO_ADDRESS_TAGS).</source>
        <translation>经 TTBR0_EL1 转换的地址，其位 59:56 是否为不属于地址的逻辑标签（FEAT_MTE_NO_ADDRESS_TAGS）。</translation>
    </message>
    <message>
        <source>52-bit addresses</source>
        <translation>52 位地址</translation>
    </message>
    <message>
        <source>Whether descriptors of the 4 and 16 KiB granules hold 52-bit addresses (FEAT_LPA2).</source>
        <translation>4 KiB 和 16 KiB 粒度的描述符是否存放 52 位地址（FEAT_LPA2）。</translation>
    </message>
    <message>
        <source>Unchecked accesses, TTBR1_EL1</source>
        <translation>不检查的访问，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether accesses translated by TTBR1_EL1 with an all-zeros or all-ones tag are tag-checked (FEAT_MTE2).</source>
        <translation>经 TTBR1_EL1 转换、标签为全 0 或全 1 的访问是否做标签检查（FEAT_MTE2）。</translation>
    </message>
    <message>
        <source>Unchecked accesses, TTBR0_EL1</source>
        <translation>不检查的访问，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether accesses translated by TTBR0_EL1 with an all-zeros or all-ones tag are tag-checked (FEAT_MTE2).</source>
        <translation>经 TTBR0_EL1 转换、标签为全 0 或全 1 的访问是否做标签检查（FEAT_MTE2）。</translation>
    </message>
    <message>
        <source>EL0 access prevention, TTBR1_EL1</source>
        <translation>EL0 访问阻止，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether EL0 may use addresses translated by TTBR1_EL1 (FEAT_E0PD).</source>
        <translation>EL0 能否使用经 TTBR1_EL1 转换的地址（FEAT_E0PD）。</translation>
    </message>
    <message>
        <source>EL0 access prevention, TTBR0_EL1</source>
        <translation>EL0 访问阻止，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether EL0 may use addresses translated by TTBR0_EL1 (FEAT_E0PD).</source>
        <translation>EL0 能否使用经 TTBR0_EL1 转换的地址（FEAT_E0PD）。</translation>
    </message>
    <message>
        <source>Non-fault translation timing, TTBR1_EL1</source>
        <translation>无错误转换时序，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether non-faulting and speculative accesses of EL0 translated by TTBR1_EL1 may walk the tables.</source>
        <translation>经 TTBR1_EL1 转换的 EL0 非错误访问和推测访问能否遍历转换表。</translation>
    </message>
    <message>
        <source>Non-fault translation timing, TTBR0_EL1</source>
        <translation>无错误转换时序，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether non-faulting and speculative accesses of EL0 translated by TTBR0_EL1 may walk the tables.</source>
        <translation>经 TTBR0_EL1 转换的 EL0 非错误访问和推测访问能否遍历转换表。</translation>
    </message>
    <message>
        <source>Top byte ignored, data only, TTBR1_EL1</source>
        <translation>忽略最高字节，仅数据，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether the top byte is ignored for instruction addresses as well (FEAT_PAuth).</source>
        <translation>对指令地址是否也忽略最高字节（FEAT_PAuth）。</translation>
    </message>
    <message>
        <source>Top byte ignored, data only, TTBR0_EL1</source>
        <translation>忽略最高字节，仅数据，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Hardware use of bit 62, TTBR1_EL1</source>
        <translation>位 62 供硬件使用，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 62 of block and page descriptors below TTBR1_EL1 (FEAT_HPDS2).</source>
        <translation>硬件能否使用 TTBR1_EL1 之下块描述符和页描述符的位 62（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 61, TTBR1_EL1</source>
        <translation>位 61 供硬件使用，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 61 of block and page descriptors below TTBR1_EL1 (FEAT_HPDS2).</source>
        <translation>硬件能否使用 TTBR1_EL1 之下块描述符和页描述符的位 61（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 60, TTBR1_EL1</source>
        <translation>位 60 供硬件使用，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 60 of block and page descriptors below TTBR1_EL1 (FEAT_HPDS2).</source>
        <translation>硬件能否使用 TTBR1_EL1 之下块描述符和页描述符的位 60（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 59, TTBR1_EL1</source>
        <translation>位 59 供硬件使用，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 59 of block and page descriptors below TTBR1_EL1 (FEAT_HPDS2).</source>
        <translation>硬件能否使用 TTBR1_EL1 之下块描述符和页描述符的位 59（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 62, TTBR0_EL1</source>
        <translation>位 62 供硬件使用，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 62 of block and page descriptors below TTBR0_EL1 (FEAT_HPDS2).</source>
        <translation>硬件能否使用 TTBR0_EL1 之下块描述符和页描述符的位 62（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 61, TTBR0_EL1</source>
        <translation>位 61 供硬件使用，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 61 of block and page descriptors below TTBR0_EL1 (FEAT_HPDS2).</source>
        <translation>硬件能否使用 TTBR0_EL1 之下块描述符和页描述符的位 61（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 60, TTBR0_EL1</source>
        <translation>位 60 供硬件使用，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 60 of block and page descriptors below TTBR0_EL1 (FEAT_HPDS2).</source>
        <translation>硬件能否使用 TTBR0_EL1 之下块描述符和页描述符的位 60（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 59, TTBR0_EL1</source>
        <translation>位 59 供硬件使用，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 59 of block and page descriptors below TTBR0_EL1 (FEAT_HPDS2).</source>
        <translation>硬件能否使用 TTBR0_EL1 之下块描述符和页描述符的位 59（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hierarchical permission disable, TTBR1_EL1</source>
        <translation>禁用层级权限，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether APTable, PXNTable and UXNTable below TTBR1_EL1 are ignored (FEAT_HPDS).</source>
        <translation>是否忽略 TTBR1_EL1 之下的 APTable、PXNTable 和 UXNTable（FEAT_HPDS）。</translation>
    </message>
    <message>
        <source>Hierarchical permission disable, TTBR0_EL1</source>
        <translation>禁用层级权限，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether APTable, PXNTable and UXNTable below TTBR0_EL1 are ignored (FEAT_HPDS).</source>
        <translation>是否忽略 TTBR0_EL1 之下的 APTable、PXNTable 和 UXNTable（FEAT_HPDS）。</translation>
    </message>
    <message>
        <source>Hardware dirty state</source>
        <translation>硬件脏状态</translation>
    </message>
    <message>
        <source>Whether hardware makes a page with DBM writable on the first write (FEAT_HAFDBS).</source>
        <translation>硬件是否在首次写入时将带 DBM 的页变为可写（FEAT_HAFDBS）。</translation>
    </message>
    <message>
        <source>Hardware Access flag</source>
        <translation>硬件访问标志</translation>
    </message>
    <message>
        <source>Whether hardware sets the Access flag on the first access (FEAT_HAFDBS).</source>
        <translation>硬件是否在首次访问时置位访问标志（FEAT_HAFDBS）。</translation>
    </message>
    <message>
        <source>Top byte ignored, TTBR1_EL1</source>
        <translation>忽略最高字节，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether the top byte of addresses translated by TTBR1_EL1 is ignored.</source>
        <translation>经 TTBR1_EL1 转换的地址是否忽略最高字节。</translation>
    </message>
    <message>
        <source>Top byte ignored, TTBR0_EL1</source>
        <translation>忽略最高字节，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether the top byte of addresses translated by TTBR0_EL1 is ignored.</source>
        <translation>经 TTBR0_EL1 转换的地址是否忽略最高字节。</translation>
    </message>
    <message>
        <source>ASID size</source>
        <translation>ASID 大小</translation>
    </message>
    <message>
        <source>The width of the ASID.</source>
        <translation>ASID 的宽度。</translation>
    </message>
    <message>
        <source>Intermediate physical address size</source>
        <translation>中间物理地址大小</translation>
    </message>
    <message>
        <source>The size of the output address of stage 1; a larger one is an Address size fault.</source>
        <translation>Stage 1 输出地址的大小；更大的地址为 Address size fault。</translation>
    </message>
    <message>
        <source>Granule size, TTBR1_EL1</source>
        <translation>粒度大小，TTBR1_EL1</translation>
    </message>
    <message>
        <source>The granule of the tables below TTBR1_EL1; note that the code differs from that of TG0.</source>
        <translation>TTBR1_EL1 之下各表的粒度；注意其编码与 TG0 不同。</translation>
    </message>
    <message>
        <source>Shareability of walks, TTBR1_EL1</source>
        <translation>遍历的可共享性，TTBR1_EL1</translation>
    </message>
    <message>
        <source>The shareability of table walks from TTBR1_EL1, and with DS of its pages.</source>
        <translation>从 TTBR1_EL1 开始的表遍历的可共享性；DS 为 1 时也是其页的可共享性。</translation>
    </message>
    <message>
        <source>Outer cacheability of walks, TTBR1_EL1</source>
        <translation>遍历的外部可缓存性，TTBR1_EL1</translation>
    </message>
    <message>
        <source>The outer cacheability of table walks from TTBR1_EL1.</source>
        <translation>从 TTBR1_EL1 开始的表遍历的外部可缓存性。</translation>
    </message>
    <message>
        <source>Inner cacheability of walks, TTBR1_EL1</source>
        <translation>遍历的内部可缓存性，TTBR1_EL1</translation>
    </message>
    <message>
        <source>The inner cacheability of table walks from TTBR1_EL1.</source>
        <translation>从 TTBR1_EL1 开始的表遍历的内部可缓存性。</translation>
    </message>
    <message>
        <source>Walk disable, TTBR1_EL1</source>
        <translation>禁用遍历，TTBR1_EL1</translation>
    </message>
    <message>
        <source>Whether walks from TTBR1_EL1 are disabled.</source>
        <translation>是否禁用从 TTBR1_EL1 开始的遍历。</translation>
    </message>
    <message>
        <source>ASID select</source>
        <translation>ASID 选择</translation>
    </message>
    <message>
        <source>Which TTBR holds the ASID.</source>
        <translation>由哪个 TTBR 存放 ASID。</translation>
    </message>
    <message>
        <source>Size offset, TTBR1_EL1</source>
        <translation>大小偏移，TTBR1_EL1</translation>
    </message>
    <message>
        <source>The region of TTBR1_EL1 covers 2 to the power of (64 - T1SZ) bytes at the top of the address space.</source>
        <translation>TTBR1_EL1 的区域覆盖地址空间顶部的 2 的（64 - T1SZ）次方个字节。</translation>
    </message>
    <message>
        <source>Granule size, TTBR0_EL1</source>
        <translation>粒度大小，TTBR0_EL1</translation>
    </message>
    <message>
        <source>The granule of the tables below TTBR0_EL1.</source>
        <translation>TTBR0_EL1 之下各表的粒度。</translation>
    </message>
    <message>
        <source>Shareability of walks, TTBR0_EL1</source>
        <translation>遍历的可共享性，TTBR0_EL1</translation>
    </message>
    <message>
        <source>The shareability of table walks from TTBR0_EL1, and with DS of its pages.</source>
        <translation>从 TTBR0_EL1 开始的表遍历的可共享性；DS 为 1 时也是其页的可共享性。</translation>
    </message>
    <message>
        <source>Outer cacheability of walks, TTBR0_EL1</source>
        <translation>遍历的外部可缓存性，TTBR0_EL1</translation>
    </message>
    <message>
        <source>The outer cacheability of table walks from TTBR0_EL1.</source>
        <translation>从 TTBR0_EL1 开始的表遍历的外部可缓存性。</translation>
    </message>
    <message>
        <source>Inner cacheability of walks, TTBR0_EL1</source>
        <translation>遍历的内部可缓存性，TTBR0_EL1</translation>
    </message>
    <message>
        <source>The inner cacheability of table walks from TTBR0_EL1.</source>
        <translation>从 TTBR0_EL1 开始的表遍历的内部可缓存性。</translation>
    </message>
    <message>
        <source>Walk disable, TTBR0_EL1</source>
        <translation>禁用遍历，TTBR0_EL1</translation>
    </message>
    <message>
        <source>Whether walks from TTBR0_EL1 are disabled.</source>
        <translation>是否禁用从 TTBR0_EL1 开始的遍历。</translation>
    </message>
    <message>
        <source>Size offset, TTBR0_EL1</source>
        <translation>大小偏移，TTBR0_EL1</translation>
    </message>
    <message>
        <source>The region of TTBR0_EL1 covers 2 to the power of (64 - T0SZ) bytes from address 0.</source>
        <translation>TTBR0_EL1 的区域覆盖从地址 0 起的 2 的（64 - T0SZ）次方个字节。</translation>
    </message>
    <message>
        <source>Translation Control Register (EL1)</source>
        <translation>转换控制寄存器（EL1）</translation>
    </message>
    <message>
        <source>there is no guest-linear address</source>
        <translation>没有客户机线性地址</translation>
    </message>
    <message>
        <source>the guest-linear address is valid</source>
        <translation>客户机线性地址有效</translation>
    </message>
    <message>
        <source>paging-structure entry (walk or accessed/dirty update)</source>
        <translation>分页结构表项（遍历或已访问/脏标志更新）</translation>
    </message>
    <message>
        <source>translation of the linear address</source>
        <translation>线性地址的转换</translation>
    </message>
    <message>
        <source>supervisor-mode linear address</source>
        <translation>特权模式线性地址</translation>
    </message>
    <message>
        <source>user-mode linear address</source>
        <translation>用户模式线性地址</translation>
    </message>
    <message>
        <source>read-only page</source>
        <translation>只读页</translation>
    </message>
    <message>
        <source>read/write page</source>
        <translation>可读写页</translation>
    </message>
    <message>
        <source>executable page</source>
        <translation>可执行页</translation>
    </message>
    <message>
        <source>execute-disable page</source>
        <translation>禁止执行页</translation>
    </message>
    <message>
        <source>linear access, data read during instruction execution</source>
        <translation>线性访问，指令执行期间读数据</translation>
    </message>
    <message>
        <source>linear access, data write during instruction execution</source>
        <translation>线性访问，指令执行期间写数据</translation>
    </message>
    <message>
        <source>linear access, instruction fetch</source>
        <translation>线性访问，取指</translation>
    </message>
    <message>
        <source>linear access, during event delivery</source>
        <translation>线性访问，事件交付期间</translation>
    </message>
    <message>
        <source>linear access, asynchronous to instruction execution</source>
        <translation>线性访问，与指令执行异步</translation>
    </message>
    <message>
        <source>guest-physical access, during event delivery</source>
        <translation>客户机物理访问，事件交付期间</translation>
    </message>
    <message>
        <source>guest-physical access, asynchronous to instruction execution</source>
        <translation>客户机物理访问，与指令执行异步</translation>
    </message>
    <message>
        <source>guest-physical access, instruction fetch or execution</source>
        <translation>客户机物理访问，取指或执行指令</translation>
    </message>
    <message>
        <source>Defined only for an access to the translation of a linear address.</source>
        <translation>仅对访问线性地址的转换结果有定义。</translation>
    </message>
    <message>
        <source>Undefined without advanced information for EPT violations (IA32_VMX_EPT_VPID_CAP bit 22).</source>
        <translation>没有 EPT 违例高级信息时未定义（IA32_VMX_EPT_VPID_CAP 位 22）。</translation>
    </message>
    <message>
        <source>Execute-disable page</source>
        <translation>禁止执行页</translation>
    </message>
    <message>
        <source>What the guest&apos;s own paging says about fetches from the page.</source>
        <translation>客户机自身的分页对从该页取指的规定。</translation>
    </message>
    <message>
        <source>Read/write page</source>
        <translation>可读写页</translation>
    </message>
    <message>
        <source>What the guest&apos;s own paging says about writes to the page.</source>
        <translation>客户机自身的分页对写入该页的规定。</translation>
    </message>
    <message>
        <source>User-mode linear address</source>
        <translation>用户模式线性地址</translation>
    </message>
    <message>
        <source>The U/S flags of the guest&apos;s own paging; user-mode where the guest&apos;s paging is off.</source>
        <translation>客户机自身分页的 U/S 标志；客户机分页关闭时为用户模式。</translation>
    </message>
    <message>
        <source>User-executable</source>
        <translation>用户可执行</translation>
    </message>
    <message>
        <source>The AND of bit 10 of the EPT entries used: fetches from user-mode linear addresses.</source>
        <translation>所用各 EPT 表项位 10 的逻辑与：从用户模式线性地址取指。</translation>
    </message>
    <message>
        <source>Undefined without mode-based execute control for EPT.</source>
        <translation>没有 EPT 的基于模式的执行控制时未定义。</translation>
    </message>
    <message>
        <source>Executable</source>
        <translation>可执行</translation>
    </message>
    <message>
        <source>The AND of bit 2 of the EPT entries used: fetches from supervisor-mode linear addresses.</source>
        <translation>所用各 EPT 表项位 2 的逻辑与：从特权模式线性地址取指。</translation>
    </message>
    <message>
        <source>The AND of bit 2 of the EPT entries used; 0 if one is not present.</source>
        <translation>所用各 EPT 表项位 2 的逻辑与；若有表项不存在则为 0。</translation>
    </message>
    <message>
        <source>Writable</source>
        <translation>可写</translation>
    </message>
    <message>
        <source>The AND of bit 1 of the EPT entries used; 0 if one is not present.</source>
        <translation>所用各 EPT 表项位 1 的逻辑与；若有表项不存在则为 0。</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>可读</translation>
    </message>
    <message>
        <source>The AND of bit 0 of the EPT entries used; 0 if one is not present.</source>
        <translation>所用各 EPT 表项位 0 的逻辑与；若有表项不存在则为 0。</translation>
    </message>
    <message>
        <source>Guest-paging verification</source>
        <translation>客户机分页验证</translation>
    </message>
    <message>
        <source>The verification of the guest&apos;s paging structures refused the access.</source>
        <translation>对客户机分页结构的验证拒绝了此访问。</translation>
    </message>
    <message>
        <source>Supervisor shadow-stack page</source>
        <translation>特权影子栈页</translation>
    </message>
    <message>
        <source>Bit 60 of the EPT entry that maps the page, if the walk came that far.</source>
        <translation>映射该页的 EPT 表项的位 60（若遍历到达该表项）。</translation>
    </message>
    <message>
        <source>Undefined without supervisor shadow-stack control (EPTP bit 7).</source>
        <translation>没有特权影子栈控制（EPTP 位 7）时未定义。</translation>
    </message>
    <message>
        <source>Shadow-stack access</source>
        <translation>影子栈访问</translation>
    </message>
    <message>
        <source>The access was a shadow-stack access.</source>
        <translation>该访问是影子栈访问。</translation>
    </message>
    <message>
        <source>What was accessed</source>
        <translation>访问对象</translation>
    </message>
    <message>
        <source>Whether the access was to the page itself or to a guest paging-structure entry on the way to it.</source>
        <translation>访问的是页本身，还是通往该页途中的客户机分页结构表项。</translation>
    </message>
    <message>
        <source>It has no meaning without a guest-linear address.</source>
        <translation>没有客户机线性地址时无意义。</translation>
    </message>
    <message>
        <source>Guest-linear address valid</source>
        <translation>客户机线性地址有效</translation>
    </message>
    <message>
        <source>The guest-linear-address field holds the address; not so for PDPTE loads by MOV to CR, trace output and PEBS.</source>
        <translation>客户机线性地址字段中存有该地址；MOV to CR 加载 PDPTE、跟踪输出和 PEBS 时除外。</translation>
    </message>
    <message>
        <source>Instruction fetch</source>
        <translation>取指</translation>
    </message>
    <message>
        <source>The access was an instruction fetch.</source>
        <translation>该访问是取指。</translation>
    </message>
    <message>
        <source>Data write</source>
        <translation>写数据</translation>
    </message>
    <message>
        <source>The access was a data write; with EPT accessed and dirty flags also a guest page walk, and then together with the read bit.</source>
        <translation>该访问是写数据；启用 EPT 已访问和脏标志时，客户机页遍历也如此，并同时置位读位。</translation>
    </message>
    <message>
        <source>Data read</source>
        <translation>读数据</translation>
    </message>
    <message>
        <source>The access was a data read. For a read-modify-write it depends on the processor whether this is set.</source>
        <translation>该访问是读数据。对于读-修改-写，是否置位取决于处理器。</translation>
    </message>
    <message>
        <source>Access type</source>
        <translation>访问类型</translation>
    </message>
    <message>
        <source>How the APIC-access page was touched.</source>
        <translation>APIC 访问页是如何被触及的。</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>The offset of the access in the APIC page.</source>
        <translation>访问在 APIC 页内的偏移。</translation>
    </message>
    <message>
        <source>Only linear accesses (types 0 to 4) report the offset.</source>
        <translation>只有线性访问（类型 0 到 4）会报告偏移。</translation>
    </message>
    <message>
        <source>4 levels</source>
        <translation>4 级</translation>
    </message>
    <message>
        <source>5 levels</source>
        <translation>5 级</translation>
    </message>
    <message>
        <source>page table</source>
        <translation>页表</translation>
    </message>
    <message>
        <source>2-MByte page</source>
        <translation>2 MByte 页</translation>
    </message>
    <message>
        <source>page directory</source>
        <translation>页目录</translation>
    </message>
    <message>
        <source>1-GByte page</source>
        <translation>1 GByte 页</translation>
    </message>
    <message>
        <source>EPT page-table entry</source>
        <translation>EPT 页表项</translation>
    </message>
    <message>
        <source>EPT page-directory entry</source>
        <translation>EPT 页目录项</translation>
    </message>
    <message>
        <source>EPT page-directory-pointer-table entry</source>
        <translation>EPT 页目录指针表项</translation>
    </message>
    <message>
        <source>EPT PML4 entry</source>
        <translation>EPT PML4 表项</translation>
    </message>
    <message>
        <source>EPT PML5 entry</source>
        <translation>EPT PML5 表项</translation>
    </message>
    <message>
        <source>Ignored by the processor</source>
        <translation>处理器忽略</translation>
    </message>
    <message>
        <source>Suppress #VE</source>
        <translation>抑制 #VE</translation>
    </message>
    <message>
        <source>A violation here exits; with 0 it may become a virtualization exception.</source>
        <translation>此处的违例会引发退出；为 0 时可能变为虚拟化异常。</translation>
    </message>
    <message>
        <source>Sub-page write permissions</source>
        <translation>子页写权限</translation>
    </message>
    <message>
        <source>Writes that the entry does not allow are decided for each 128 bytes.</source>
        <translation>对表项不允许的写入，按每 128 字节分别判定。</translation>
    </message>
    <message>
        <source>Supervisor shadow stack</source>
        <translation>特权影子栈</translation>
    </message>
    <message>
        <source>Supervisor shadow-stack accesses to the page are allowed.</source>
        <translation>允许对该页的特权影子栈访问。</translation>
    </message>
    <message>
        <source>Paging write</source>
        <translation>分页写入</translation>
    </message>
    <message>
        <source>Guest page walks may write to the page, whatever its write bit says.</source>
        <translation>客户机页遍历可以写入该页，无论其写位如何。</translation>
    </message>
    <message>
        <source>Verify guest paging</source>
        <translation>验证客户机分页</translation>
    </message>
    <message>
        <source>The guest&apos;s paging structures that lead to the page are verified.</source>
        <translation>验证通往该页的客户机分页结构。</translation>
    </message>
    <message>
        <source>Execute, supervisor-mode</source>
        <translation>执行，特权模式</translation>
    </message>
    <message>
        <source>Fetches from supervisor-mode linear addresses are allowed.</source>
        <translation>允许从特权模式线性地址取指。</translation>
    </message>
    <message>
        <source>Execute</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Instruction fetches are allowed.</source>
        <translation>允许取指。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>Writes are allowed.</source>
        <translation>允许写入。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>Reads are allowed.</source>
        <translation>允许读取。</translation>
    </message>
    <message>
        <source>Execute, user-mode</source>
        <translation>执行，用户模式</translation>
    </message>
    <message>
        <source>Fetches from user-mode linear addresses are allowed.</source>
        <translation>允许从用户模式线性地址取指。</translation>
    </message>
    <message>
        <source>Page address</source>
        <translation>页地址</translation>
    </message>
    <message>
        <source>Table address</source>
        <translation>表地址</translation>
    </message>
    <message>
        <source>The host-physical address of the page.</source>
        <translation>该页的主机物理地址。</translation>
    </message>
    <message>
        <source>The host-physical address of the next EPT table.</source>
        <translation>下一级 EPT 表的主机物理地址。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Whether the entry maps a page or leads to a table.</source>
        <translation>该表项是映射一个页，还是通往一个表。</translation>
    </message>
    <message>
        <source>Dirty</source>
        <translation>脏</translation>
    </message>
    <message>
        <source>The page has been written to.</source>
        <translation>该页已被写入。</translation>
    </message>
    <message>
        <source>The entry has been used for a translation.</source>
        <translation>该表项已用于转换。</translation>
    </message>
    <message>
        <source>Ignore PAT</source>
        <translation>忽略 PAT</translation>
    </message>
    <message>
        <source>The guest&apos;s PAT does not change the memory type.</source>
        <translation>客户机的 PAT 不改变内存类型。</translation>
    </message>
    <message>
        <source>Memory type</source>
        <translation>内存类型</translation>
    </message>
    <message>
        <source>The type of the page; the guest&apos;s PAT is combined with it unless that is ignored.</source>
        <translation>该页的类型；除非忽略，否则与客户机的 PAT 结合。</translation>
    </message>
    <message>
        <source>The entry allows writes but not reads.</source>
        <translation>该表项允许写但不允许读。</translation>
    </message>
    <message>
        <source>The entry allows fetches but not reads, which this processor does not support.</source>
        <translation>该表项允许取指但不允许读，而此处理器不支持这种组合。</translation>
    </message>
    <message>
        <source>The entry allows paging writes but not reads.</source>
        <translation>该表项允许分页写入但不允许读。</translation>
    </message>
    <message>
        <source>Reserved bits are not 0.</source>
        <translation>保留位不为 0。</translation>
    </message>
    <message>
        <source>The memory type is reserved.</source>
        <translation>该内存类型是保留的。</translation>
    </message>
    <message>
        <source>The memory type of the EPT structures is neither UC nor WB.</source>
        <translation>EPT 结构的内存类型既不是 UC 也不是 WB。</translation>
    </message>
    <message>
        <source>There are walks of 4 and of 5 levels only.</source>
        <translation>只有 4 级和 5 级的遍历。</translation>
    </message>
    <message>
        <source>EPT pointer (0x201a)</source>
        <translation>EPT 指针（0x201a）</translation>
    </message>
    <message>
        <source>Root address</source>
        <translation>根地址</translation>
    </message>
    <message>
        <source>The host-physical address of the root table.</source>
        <translation>根表的主机物理地址。</translation>
    </message>
    <message>
        <source>Supervisor shadow-stack control</source>
        <translation>特权影子栈控制</translation>
    </message>
    <message>
        <source>Supervisor shadow-stack accesses need bit 60 of the entry that maps.</source>
        <translation>特权影子栈访问需要映射该页的表项的位 60。</translation>
    </message>
    <message>
        <source>Accessed and dirty flags</source>
        <translation>已访问和脏标志</translation>
    </message>
    <message>
        <source>The processor sets accessed and dirty flags; guest page walks count as writes.</source>
        <translation>处理器设置已访问和脏标志；客户机页遍历按写入计。</translation>
    </message>
    <message>
        <source>Page-walk length</source>
        <translation>页遍历长度</translation>
    </message>
    <message>
        <source>The number of levels less 1.</source>
        <translation>级数减 1。</translation>
    </message>
    <message>
        <source>The type of accesses to the EPT structures.</source>
        <translation>对 EPT 结构的访问的类型。</translation>
    </message>
    <message>
        <source>VMCALL executed in VMX root operation</source>
        <translation>在 VMX 根操作中执行 VMCALL</translation>
    </message>
    <message>
        <source>VMCALL outside a guest is meant for the SMM monitor only, and there is none.</source>
        <translation>在客户机之外，VMCALL 仅供 SMM 监控程序使用，而此处没有。</translation>
    </message>
    <message>
        <source>VMCLEAR with invalid physical address</source>
        <translation>VMCLEAR 的物理地址无效</translation>
    </message>
    <message>
        <source>The operand is not aligned to 4 KBytes or is wider than the physical address.</source>
        <translation>操作数未按 4 KByte 对齐，或宽于物理地址。</translation>
    </message>
    <message>
        <source>VMCLEAR with VMXON pointer</source>
        <translation>VMCLEAR 使用了 VMXON 指针</translation>
    </message>
    <message>
        <source>The operand is the VMXON region, which is not a VMCS.</source>
        <translation>操作数是 VMXON 区域，而不是 VMCS。</translation>
    </message>
    <message>
        <source>VMLAUNCH with non-clear VMCS</source>
        <translation>对非 clear 状态的 VMCS 执行 VMLAUNCH</translation>
    </message>
    <message>
        <source>The current VMCS was launched already: enter it with VMRESUME, or VMCLEAR it first.</source>
        <translation>当前 VMCS 已经启动过：用 VMRESUME 进入，或先执行 VMCLEAR。</translation>
    </message>
    <message>
        <source>VMRESUME with non-launched VMCS</source>
        <translation>对未启动的 VMCS 执行 VMRESUME</translation>
    </message>
    <message>
        <source>The current VMCS was never launched on this processor: enter it with VMLAUNCH.</source>
        <translation>当前 VMCS 从未在此处理器上启动：用 VMLAUNCH 进入。</translation>
    </message>
    <message>
        <source>VMRESUME after VMXOFF (VMXOFF and VMXON between VMLAUNCH and VMRESUME)</source>
        <translation>VMXOFF 之后执行 VMRESUME（VMLAUNCH 与 VMRESUME 之间有 VMXOFF 和 VMXON）</translation>
    </message>
    <message>
        <source>VMX operation was left and entered again since the VMCS was launched.</source>
        <translation>VMCS 启动之后曾退出并重新进入 VMX 操作。</translation>
    </message>
    <message>
        <source>VM entry with invalid control field(s)</source>
        <translation>VM entry 的控制字段无效</translation>
    </message>
    <message>
        <source>A control is not supported, contradicts another one, or the event to inject or the EPTP is not valid. The number names one fault, not the only one.</source>
        <translation>某个控制不受支持、与另一个相矛盾，或者要注入的事件或 EPTP 无效。该编号只指出一个错误，可能还有其他错误。</translation>
    </message>
    <message>
        <source>VM entry with invalid host-state field(s)</source>
        <translation>VM entry 的主机状态字段无效</translation>
    </message>
    <message>
        <source>A host register, selector, base or MSR field could not be loaded on an exit. The number names one fault, not the only one.</source>
        <translation>某个主机寄存器、选择子、基址或 MSR 字段无法在退出时加载。该编号只指出一个错误，可能还有其他错误。</translation>
    </message>
    <message>
        <source>VMPTRLD with invalid physical address</source>
        <translation>VMPTRLD 的物理地址无效</translation>
    </message>
    <message>
        <source>VMPTRLD with VMXON pointer</source>
        <translation>VMPTRLD 使用了 VMXON 指针</translation>
    </message>
    <message>
        <source>VMPTRLD with incorrect VMCS revision identifier</source>
        <translation>VMPTRLD 的 VMCS 修订标识符不正确</translation>
    </message>
    <message>
        <source>The first 4 bytes of the region are not the revision identifier of IA32_VMX_BASIC, or mark a shadow VMCS where there can be none.</source>
        <translation>该区域的前 4 个字节不是 IA32_VMX_BASIC 的修订标识符，或在不能有影子 VMCS 处标记了影子 VMCS。</translation>
    </message>
    <message>
        <source>VMREAD/VMWRITE from/to unsupported VMCS component</source>
        <translation>VMREAD/VMWRITE 访问不支持的 VMCS 组成部分</translation>
    </message>
    <message>
        <source>The register operand encodes a field that this processor does not have.</source>
        <translation>寄存器操作数编码的字段在此处理器上不存在。</translation>
    </message>
    <message>
        <source>VMWRITE to read-only VMCS component</source>
        <translation>VMWRITE 写入只读的 VMCS 组成部分</translation>
    </message>
    <message>
        <source>The field holds exit information, and this processor does not let software write those.</source>
        <translation>该字段存放退出信息，而此处理器不允许软件写入。</translation>
    </message>
    <message>
        <source>VMXON executed in VMX root operation</source>
        <translation>在 VMX 根操作中执行 VMXON</translation>
    </message>
    <message>
        <source>The processor is in VMX operation already.</source>
        <translation>处理器已处于 VMX 操作中。</translation>
    </message>
    <message>
        <source>VM entry with invalid executive-VMCS pointer</source>
        <translation>VM entry 的 executive-VMCS 指针无效</translation>
    </message>
    <message>
        <source>On a return from SMM the executive-VMCS pointer is misaligned or too wide.</source>
        <translation>从 SMM 返回时，executive-VMCS 指针未对齐或过宽。</translation>
    </message>
    <message>
        <source>VM entry with non-launched executive VMCS</source>
        <translation>VM entry 的 executive VMCS 未启动</translation>
    </message>
    <message>
        <source>On a return from SMM the executive VMCS was not launched.</source>
        <translation>从 SMM 返回时，executive VMCS 未启动。</translation>
    </message>
    <message>
        <source>VM entry with executive-VMCS pointer not VMXON pointer (when attempting to deactivate the dual-monitor treatment of SMIs and SMM)</source>
        <translation>VM entry 的 executive-VMCS 指针不是 VMXON 指针（试图停用 SMI 和 SMM 的双监控处理时）</translation>
    </message>
    <message>
        <source>Ending the dual-monitor treatment needs the VMXON pointer as executive VMCS.</source>
        <translation>结束双监控处理需要以 VMXON 指针作为 executive VMCS。</translation>
    </message>
    <message>
        <source>VMCALL with non-clear VMCS (when attempting to activate the dual-monitor treatment of SMIs and SMM)</source>
        <translation>对非 clear 状态的 VMCS 执行 VMCALL（试图启用 SMI 和 SMM 的双监控处理时）</translation>
    </message>
    <message>
        <source>Starting the dual-monitor treatment needs a VMCS that is clear.</source>
        <translation>启动双监控处理需要处于 clear 状态的 VMCS。</translation>
    </message>
    <message>
        <source>VMCALL with invalid VM-exit control fields</source>
        <translation>VMCALL 的 VM exit 控制字段无效</translation>
    </message>
    <message>
        <source>Starting the dual-monitor treatment checks the VM-exit controls.</source>
        <translation>启动双监控处理时会检查 VM exit 控制。</translation>
    </message>
    <message>
        <source>VMCALL with incorrect MSEG revision identifier (when attempting to activate the dual-monitor treatment of SMIs and SMM)</source>
        <translation>VMCALL 的 MSEG 修订标识符不正确（试图启用 SMI 和 SMM 的双监控处理时）</translation>
    </message>
    <message>
        <source>The MSEG header holds another revision identifier than the processor&apos;s.</source>
        <translation>MSEG 头中的修订标识符与处理器的不同。</translation>
    </message>
    <message>
        <source>VMXOFF under dual-monitor treatment of SMIs and SMM</source>
        <translation>在 SMI 和 SMM 的双监控处理下执行 VMXOFF</translation>
    </message>
    <message>
        <source>VMX operation cannot be left while the SMM monitor is active.</source>
        <translation>SMM 监控程序处于活动状态时不能退出 VMX 操作。</translation>
    </message>
    <message>
        <source>VMCALL with invalid SMM-monitor features (when attempting to activate the dual-monitor treatment of SMIs and SMM)</source>
        <translation>VMCALL 的 SMM 监控程序特性无效（试图启用 SMI 和 SMM 的双监控处理时）</translation>
    </message>
    <message>
        <source>The MSEG header asks for features that do not exist.</source>
        <translation>MSEG 头要求了不存在的特性。</translation>
    </message>
    <message>
        <source>VM entry with invalid VM-execution control fields in executive VMCS (when attempting to return from SMM)</source>
        <translation>VM entry 时 executive VMCS 中的 VM 执行控制字段无效（试图从 SMM 返回时）</translation>
    </message>
    <message>
        <source>On a return from SMM the executive VMCS has controls that are not valid.</source>
        <translation>从 SMM 返回时，executive VMCS 含有无效的控制。</translation>
    </message>
    <message>
        <source>VM entry with events blocked by MOV SS</source>
        <translation>事件被 MOV SS 阻塞时进行 VM entry</translation>
    </message>
    <message>
        <source>VMLAUNCH or VMRESUME directly follows a MOV to SS or a POP of SS.</source>
        <translation>VMLAUNCH 或 VMRESUME 紧跟在 MOV 到 SS 或 POP SS 之后。</translation>
    </message>
    <message>
        <source>Invalid operand to INVEPT/INVVPID</source>
        <translation>INVEPT/INVVPID 的操作数无效</translation>
    </message>
    <message>
        <source>The type is not supported, or the descriptor has reserved bits or a bad value for it.</source>
        <translation>该类型不受支持，或者描述符的保留位不为 0，或其值对该类型不合法。</translation>
    </message>
    <message>
        <source>VM-instruction error</source>
        <translation>VM 指令错误</translation>
    </message>
    <message>
        <source>Why the last VMX instruction that failed with ZF = 1 did so. After CF = 1 there is no current VMCS and no number.</source>
        <translation>上一条以 ZF = 1 失败的 VMX 指令的失败原因。CF = 1 时没有当前 VMCS，也没有编号。</translation>
    </message>
    <message>
        <source>VM-instruction error (0x4400)</source>
        <translation>VM 指令错误（0x4400）</translation>
    </message>
    <message>
        <source>VM-instruction error %1: %2</source>
        <translation>VM 指令错误 %1：%2</translation>
    </message>
    <message>
        <source>VM-instruction error %1: not defined</source>
        <translation>VM 指令错误 %1：未定义</translation>
    </message>
    <message>
        <source>page not present</source>
        <translation>页不存在</translation>
    </message>
    <message>
        <source>protection violation</source>
        <translation>违反保护</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>supervisor-mode access</source>
        <translation>特权模式访问</translation>
    </message>
    <message>
        <source>user-mode access</source>
        <translation>用户模式访问</translation>
    </message>
    <message>
        <source>GDT</source>
        <translation>GDT</translation>
    </message>
    <message>
        <source>LDT</source>
        <translation>LDT</translation>
    </message>
    <message>
        <source>SGX</source>
        <translation>SGX</translation>
    </message>
    <message>
        <source>SGX access control refused the access, not paging.</source>
        <translation>拒绝此访问的是 SGX 访问控制，而不是分页。</translation>
    </message>
    <message>
        <source>HLAT paging</source>
        <translation>HLAT 分页</translation>
    </message>
    <message>
        <source>No translation was found during hypervisor-managed linear-address translation.</source>
        <translation>在虚拟机监控程序管理的线性地址转换中未找到转换。</translation>
    </message>
    <message>
        <source>Shadow stack</source>
        <translation>影子栈</translation>
    </message>
    <message>
        <source>Protection key</source>
        <translation>保护密钥</translation>
    </message>
    <message>
        <source>The protection key of the page does not allow the access.</source>
        <translation>该页的保护密钥不允许此访问。</translation>
    </message>
    <message>
        <source>Reserved bit</source>
        <translation>保留位</translation>
    </message>
    <message>
        <source>A paging-structure entry has a reserved bit set.</source>
        <translation>某个分页结构表项的保留位被置位。</translation>
    </message>
    <message>
        <source>User or supervisor</source>
        <translation>用户或特权</translation>
    </message>
    <message>
        <source>From which mode the access was made.</source>
        <translation>访问是从哪种模式发出的。</translation>
    </message>
    <message>
        <source>Write or read</source>
        <translation>写或读</translation>
    </message>
    <message>
        <source>What the access did.</source>
        <translation>该访问执行的操作。</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Whether there was a translation that refused the access.</source>
        <translation>是否有转换存在并拒绝了此访问。</translation>
    </message>
    <message>
        <source>vector %1</source>
        <translation>向量 %1</translation>
    </message>
    <message>
        <source>selector index %1</source>
        <translation>选择子索引 %1</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>The index of the selector, or the vector of a gate of the IDT.</source>
        <translation>选择子的索引，或 IDT 门的向量。</translation>
    </message>
    <message>
        <source>Table indicator</source>
        <translation>表指示位</translation>
    </message>
    <message>
        <source>Which descriptor table the index is of.</source>
        <translation>索引属于哪个描述符表。</translation>
    </message>
    <message>
        <source>The index is of the IDT.</source>
        <translation>索引属于 IDT。</translation>
    </message>
    <message>
        <source>IDT</source>
        <translation>IDT</translation>
    </message>
    <message>
        <source>The index names a gate of the IDT.</source>
        <translation>该索引指向 IDT 的一个门。</translation>
    </message>
    <message>
        <source>External event</source>
        <translation>外部事件</translation>
    </message>
    <message>
        <source>The exception came while an event from outside the program was being delivered.</source>
        <translation>异常发生在交付程序外部的事件期间。</translation>
    </message>
    <message>
        <source>Enclave</source>
        <translation>飞地</translation>
    </message>
    <message>
        <source>The exception occurred in an enclave.</source>
        <translation>异常发生在飞地中。</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The instruction, or the check, that failed.</source>
        <translation>失败的指令或检查。</translation>
    </message>
    <message>
        <source>Page-fault error code</source>
        <translation>缺页错误码</translation>
    </message>
    <message>
        <source>Selector error code</source>
        <translation>选择子错误码</translation>
    </message>
    <message>
        <source>Control-protection error code</source>
        <translation>控制保护错误码</translation>
    </message>
    <message>
        <source>Error code without content</source>
        <translation>无内容的错误码</translation>
    </message>
    <message>
        <source>Exiting-event identification (0x4404)</source>
        <translation>引发退出的事件标识（0x4404）</translation>
    </message>
    <message>
        <source>Original-event identification (0x4408)</source>
        <translation>原始事件标识（0x4408）</translation>
    </message>
    <message>
        <source>Injected-event identification (0x4016)</source>
        <translation>注入事件标识（0x4016）</translation>
    </message>
    <message>
        <source>The valid bit is 0: the rest of the field is undefined.</source>
        <translation>有效位为 0：字段其余部分未定义。</translation>
    </message>
    <message>
        <source>No event</source>
        <translation>无事件</translation>
    </message>
    <message>
        <source>The field names an event</source>
        <translation>该字段指明一个事件</translation>
    </message>
    <message>
        <source>pending MTF VM exit</source>
        <translation>待处理的 MTF VM exit</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Whether the field names an event at all.</source>
        <translation>该字段是否指明了事件。</translation>
    </message>
    <message>
        <source>Nested exception</source>
        <translation>嵌套异常</translation>
    </message>
    <message>
        <source>With FRED: the exception occurred while another event was being delivered.</source>
        <translation>使用 FRED 时：异常发生在交付另一事件期间。</translation>
    </message>
    <message>
        <source>Undefined when the exit came while an event was being delivered.</source>
        <translation>退出发生在事件交付期间时未定义。</translation>
    </message>
    <message>
        <source>Undefined for a double fault and where the valid bit is 0.</source>
        <translation>对于双重错误以及有效位为 0 时未定义。</translation>
    </message>
    <message>
        <source>Deliver error code</source>
        <translation>交付错误码</translation>
    </message>
    <message>
        <source>The entry pushes the VM-entry exception error code.</source>
        <translation>VM entry 会压入 VM entry 异常错误码。</translation>
    </message>
    <message>
        <source>Error code valid</source>
        <translation>错误码有效</translation>
    </message>
    <message>
        <source>The error-code field beside this one holds an error code.</source>
        <translation>相邻的错误码字段中存有错误码。</translation>
    </message>
    <message>
        <source>Interruption type</source>
        <translation>中断类型</translation>
    </message>
    <message>
        <source>What kind of event it is.</source>
        <translation>事件的种类。</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>The number of the interrupt or exception.</source>
        <translation>中断或异常的编号。</translation>
    </message>
    <message>
        <source>This field never holds the type %1.</source>
        <translation>此字段从不包含类型 %1。</translation>
    </message>
    <message>
        <source>Bits 30:14 are not 0.</source>
        <translation>位 30:14 不为 0。</translation>
    </message>
    <message>
        <source>An NMI has the vector 2, not %1.</source>
        <translation>NMI 的向量是 2，而不是 %1。</translation>
    </message>
    <message>
        <source>No exception has the vector %1.</source>
        <translation>没有向量为 %1 的异常。</translation>
    </message>
    <message>
        <source>The vector of a %1 is not %2.</source>
        <translation>%1 的向量不是 %2。</translation>
    </message>
    <message>
        <source>An event of this type and vector has no error code.</source>
        <translation>此类型和向量的事件没有错误码。</translation>
    </message>
    <message>
        <source>The type %1 cannot be injected here.</source>
        <translation>类型 %1 不能在此处注入。</translation>
    </message>
    <message>
        <source>This event must not deliver an error code.</source>
        <translation>此事件不得交付错误码。</translation>
    </message>
    <message>
        <source>This event must deliver an error code.</source>
        <translation>此事件必须交付错误码。</translation>
    </message>
    <message>
        <source>Only a hardware exception can be nested, and only where IA32_VMX_BASIC[58] is 1.</source>
        <translation>只有硬件异常可以嵌套，且仅当 IA32_VMX_BASIC[58] 为 1 时。</translation>
    </message>
    <message>
        <source>Bits 30:14 and 12 must be 0.</source>
        <translation>位 30:14 和位 12 必须为 0。</translation>
    </message>
    <message>
        <source>The error code %1 has bits above 15.</source>
        <translation>错误码 %1 在位 15 以上有置位的位。</translation>
    </message>
    <message>
        <source>The VM-entry instruction length cannot be %1.</source>
        <translation>VM entry 指令长度不能为 %1。</translation>
    </message>
    <message>
        <source>Guest-linear address</source>
        <translation>客户机线性地址</translation>
    </message>
    <message>
        <source>The linear address the access was made to; undefined for most exits.</source>
        <translation>所访问的线性地址；对大多数退出未定义。</translation>
    </message>
    <message>
        <source>Guest-physical address</source>
        <translation>客户机物理地址</translation>
    </message>
    <message>
        <source>The address that EPT was to translate; undefined for other exits.</source>
        <translation>EPT 要转换的地址；对其他退出未定义。</translation>
    </message>
    <message>
        <source>The bytes of the instruction that exited; undefined for exits by nothing it did.</source>
        <translation>引发退出的指令的字节数；若退出不是由指令的行为引发，则未定义。</translation>
    </message>
    <message>
        <source>Guest-linear address (0x640a)</source>
        <translation>客户机线性地址（0x640a）</translation>
    </message>
    <message>
        <source>Guest-physical address (0x2400)</source>
        <translation>客户机物理地址（0x2400）</translation>
    </message>
    <message>
        <source>VM-exit instruction length (0x440c)</source>
        <translation>VM exit 指令长度（0x440c）</translation>
    </message>
    <message>
        <source>The error code %1 is not valid: the event has none.</source>
        <translation>错误码 %1 无效：该事件没有错误码。</translation>
    </message>
    <message>
        <source>VM-exit interruption information</source>
        <translation>VM exit 中断信息</translation>
    </message>
    <message>
        <source>VM-exit interruption error code</source>
        <translation>VM exit 中断错误码</translation>
    </message>
    <message>
        <source>IDT-vectoring information</source>
        <translation>IDT 向量化信息</translation>
    </message>
    <message>
        <source>IDT-vectoring error code</source>
        <translation>IDT 向量化错误码</translation>
    </message>
    <message>
        <source>The guest-linear address is undefined for this exit.</source>
        <translation>对此退出，客户机线性地址未定义。</translation>
    </message>
    <message>
        <source>The guest-physical address is undefined for this exit.</source>
        <translation>对此退出，客户机物理地址未定义。</translation>
    </message>
    <message>
        <source>The exit came in enclave mode: bits 11:0 of the addresses are cleared.</source>
        <translation>退出发生在飞地模式下：地址的位 11:0 已清零。</translation>
    </message>
    <message>
        <source>Bit 31 says that the VM entry failed, but this reason is one of VM exits.</source>
        <translation>位 31 表示 VM entry 失败，但此原因属于 VM exit。</translation>
    </message>
    <message>
        <source>This reason is a failed VM entry, but bit 31 is 0.</source>
        <translation>此原因是 VM entry 失败，但位 31 为 0。</translation>
    </message>
    <message>
        <source>Bits that are always 0 are set: %1.</source>
        <translation>本应始终为 0 的位被置位：%1。</translation>
    </message>
    <message>
        <source>The exit is trap-like: the saved RIP is that of the next instruction.</source>
        <translation>此退出类似陷阱：保存的 RIP 是下一条指令的 RIP。</translation>
    </message>
    <message>
        <source>A failed VM entry writes only the exit reason and the exit qualification; all other exit information is old.</source>
        <translation>失败的 VM entry 只写入退出原因和退出限定；其他退出信息都是旧的。</translation>
    </message>
    <message>
        <source>The instruction information is undefined for this exit.</source>
        <translation>对此退出，指令信息未定义。</translation>
    </message>
    <message>
        <source>The instruction length is undefined for this exit.</source>
        <translation>对此退出，指令长度未定义。</translation>
    </message>
    <message>
        <source>This exit has no qualification: the processor clears it.</source>
        <translation>此退出没有限定：处理器将其清零。</translation>
    </message>
    <message>
        <source>Exit reason</source>
        <translation>退出原因</translation>
    </message>
    <message>
        <source>Exit qualification</source>
        <translation>退出限定</translation>
    </message>
    <message>
        <source>VM-exit instruction information</source>
        <translation>VM exit 指令信息</translation>
    </message>
    <message>
        <source>VM-exit instruction length</source>
        <translation>VM exit 指令长度</translation>
    </message>
    <message>
        <source>no scaling</source>
        <translation>不缩放</translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>32-bit</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>64-bit</source>
        <translation>64 位</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>register</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>high half</source>
        <translation>高半部分</translation>
    </message>
    <message>
        <source>control</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>VM-exit information (read-only)</source>
        <translation>VM exit 信息（只读）</translation>
    </message>
    <message>
        <source>guest state</source>
        <translation>客户机状态</translation>
    </message>
    <message>
        <source>host state</source>
        <translation>主机状态</translation>
    </message>
    <message>
        <source>natural width</source>
        <translation>自然宽度</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>The index register is multiplied by this.</source>
        <translation>变址寄存器乘以此值。</translation>
    </message>
    <message>
        <source>Address size</source>
        <translation>地址大小</translation>
    </message>
    <message>
        <source>The width of the effective address.</source>
        <translation>有效地址的宽度。</translation>
    </message>
    <message>
        <source>Segment register</source>
        <translation>段寄存器</translation>
    </message>
    <message>
        <source>The segment whose base the effective address is added to.</source>
        <translation>其基址与有效地址相加的段。</translation>
    </message>
    <message>
        <source>Index register</source>
        <translation>变址寄存器</translation>
    </message>
    <message>
        <source>The register that is scaled and added.</source>
        <translation>经缩放后相加的寄存器。</translation>
    </message>
    <message>
        <source>No index register</source>
        <translation>无变址寄存器</translation>
    </message>
    <message>
        <source>Whether the operand has no index register.</source>
        <translation>操作数是否没有变址寄存器。</translation>
    </message>
    <message>
        <source>The register that is added.</source>
        <translation>被相加的寄存器。</translation>
    </message>
    <message>
        <source>No base register</source>
        <translation>无基址寄存器</translation>
    </message>
    <message>
        <source>Whether the operand has no base register.</source>
        <translation>操作数是否没有基址寄存器。</translation>
    </message>
    <message>
        <source>Register operand</source>
        <translation>寄存器操作数</translation>
    </message>
    <message>
        <source>The general-purpose register the instruction names.</source>
        <translation>指令指定的通用寄存器。</translation>
    </message>
    <message>
        <source>Memory or register</source>
        <translation>内存或寄存器</translation>
    </message>
    <message>
        <source>What the first operand is.</source>
        <translation>第一个操作数是什么。</translation>
    </message>
    <message>
        <source>Undefined: the operand has no index register.</source>
        <translation>未定义：操作数没有变址寄存器。</translation>
    </message>
    <message>
        <source>Undefined: the operand has no base register.</source>
        <translation>未定义：操作数没有基址寄存器。</translation>
    </message>
    <message>
        <source>Undefined: there is no such memory operand.</source>
        <translation>未定义：没有这样的内存操作数。</translation>
    </message>
    <message>
        <source>Undefined: the operand is in memory.</source>
        <translation>未定义：操作数在内存中。</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Which of the four instructions exited.</source>
        <translation>四条指令中的哪一条引发了退出。</translation>
    </message>
    <message>
        <source>Operand size</source>
        <translation>操作数大小</translation>
    </message>
    <message>
        <source>The width of the base in the operand.</source>
        <translation>操作数中基址的宽度。</translation>
    </message>
    <message>
        <source>Undefined in 64-bit mode.</source>
        <translation>在 64 位模式下未定义。</translation>
    </message>
    <message>
        <source>Only OUTS has a segment that can be chosen.</source>
        <translation>只有 OUTS 的段可以选择。</translation>
    </message>
    <message>
        <source>Undefined for IN and OUT.</source>
        <translation>对 IN 和 OUT 未定义。</translation>
    </message>
    <message>
        <source>How many bits are asked for.</source>
        <translation>请求多少位。</translation>
    </message>
    <message>
        <source>XMM register</source>
        <translation>XMM 寄存器</translation>
    </message>
    <message>
        <source>A source of the wrapping key.</source>
        <translation>包装密钥的一个来源。</translation>
    </message>
    <message>
        <source>Encoding register</source>
        <translation>编码寄存器</translation>
    </message>
    <message>
        <source>The register that holds the encoding of the VMCS field.</source>
        <translation>存放 VMCS 字段编码的寄存器。</translation>
    </message>
    <message>
        <source>No instruction information</source>
        <translation>无指令信息</translation>
    </message>
    <message>
        <source>RDMSR or WRMSRNS with an immediate operand</source>
        <translation>带立即数操作数的 RDMSR 或 WRMSRNS</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>The width of the field.</source>
        <translation>字段的宽度。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The area of the VMCS the field is in.</source>
        <translation>字段所在的 VMCS 区域。</translation>
    </message>
    <message>
        <source>The number of the field among those of its width and type.</source>
        <translation>该字段在同宽度、同类型字段中的编号。</translation>
    </message>
    <message>
        <source>The high half exists for 64-bit fields only.</source>
        <translation>只有 64 位字段才有高半部分。</translation>
    </message>
    <message>
        <source>Encoding of a VMCS field</source>
        <translation>VMCS 字段编码</translation>
    </message>
    <message>
        <source>task gate in the IDT</source>
        <translation>IDT 中的任务门</translation>
    </message>
    <message>
        <source>2 bytes</source>
        <translation>2 字节</translation>
    </message>
    <message>
        <source>4 bytes</source>
        <translation>4 字节</translation>
    </message>
    <message>
        <source>not string</source>
        <translation>非字符串</translation>
    </message>
    <message>
        <source>string (INS or OUTS)</source>
        <translation>字符串（INS 或 OUTS）</translation>
    </message>
    <message>
        <source>no REP</source>
        <translation>无 REP</translation>
    </message>
    <message>
        <source>immediate</source>
        <translation>立即数</translation>
    </message>
    <message>
        <source>SPP misconfiguration</source>
        <translation>SPP 配置错误</translation>
    </message>
    <message>
        <source>SPP miss</source>
        <translation>SPP 未命中</translation>
    </message>
    <message>
        <source>nothing more is known</source>
        <translation>没有更多信息</translation>
    </message>
    <message>
        <source>loading the PDPTEs</source>
        <translation>加载 PDPTE</translation>
    </message>
    <message>
        <source>injection of an NMI into a guest with blocking by STI</source>
        <translation>在有 STI 阻塞时向客户机注入 NMI</translation>
    </message>
    <message>
        <source>invalid VMCS link pointer</source>
        <translation>VMCS 链接指针无效</translation>
    </message>
    <message>
        <source>Breakpoint condition</source>
        <translation>断点条件</translation>
    </message>
    <message>
        <source>The condition of this breakpoint is met, even if DR7 does not enable it.</source>
        <translation>此断点的条件已满足，即使 DR7 未启用它。</translation>
    </message>
    <message>
        <source>Transactional region</source>
        <translation>事务区域</translation>
    </message>
    <message>
        <source>The exception occurred inside a transactional region; DR6 shows this inverted.</source>
        <translation>异常发生在事务区域内；DR6 以反相形式显示此位。</translation>
    </message>
    <message>
        <source>Single step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>A single step, or a taken branch where those are trapped.</source>
        <translation>单步，或在对其陷入时已跳转的分支。</translation>
    </message>
    <message>
        <source>Debug-register access</source>
        <translation>调试寄存器访问</translation>
    </message>
    <message>
        <source>An access to a debug register was detected (DR7.GD).</source>
        <translation>检测到对调试寄存器的访问（DR7.GD）。</translation>
    </message>
    <message>
        <source>Bus lock detected</source>
        <translation>检测到总线锁</translation>
    </message>
    <message>
        <source>A bus lock was detected; DR6 shows this inverted.</source>
        <translation>检测到总线锁；DR6 以反相形式显示此位。</translation>
    </message>
    <message>
        <source>Only MOV to and from a control register has it.</source>
        <translation>仅适用于与控制寄存器之间的 MOV。</translation>
    </message>
    <message>
        <source>Only LMSW has it.</source>
        <translation>仅适用于 LMSW。</translation>
    </message>
    <message>
        <source>LMSW source data</source>
        <translation>LMSW 源数据</translation>
    </message>
    <message>
        <source>The 16 bits that LMSW would load.</source>
        <translation>LMSW 要加载的 16 位。</translation>
    </message>
    <message>
        <source>General-purpose register</source>
        <translation>通用寄存器</translation>
    </message>
    <message>
        <source>The other operand of the MOV.</source>
        <translation>MOV 的另一个操作数。</translation>
    </message>
    <message>
        <source>LMSW operand type</source>
        <translation>LMSW 操作数类型</translation>
    </message>
    <message>
        <source>With a memory operand the guest-linear address is valid.</source>
        <translation>操作数在内存中时，客户机线性地址有效。</translation>
    </message>
    <message>
        <source>The instruction.</source>
        <translation>该指令。</translation>
    </message>
    <message>
        <source>Control register</source>
        <translation>控制寄存器</translation>
    </message>
    <message>
        <source>The control register that is moved.</source>
        <translation>MOV 所读写的控制寄存器。</translation>
    </message>
    <message>
        <source>CLTS and LMSW always concern CR0.</source>
        <translation>CLTS 和 LMSW 始终涉及 CR0。</translation>
    </message>
    <message>
        <source>Port number</source>
        <translation>端口号</translation>
    </message>
    <message>
        <source>The port, from DX or from the instruction.</source>
        <translation>来自 DX 或指令的端口。</translation>
    </message>
    <message>
        <source>Operand encoding</source>
        <translation>操作数编码</translation>
    </message>
    <message>
        <source>Where the port number comes from.</source>
        <translation>端口号的来源。</translation>
    </message>
    <message>
        <source>REP prefix</source>
        <translation>REP 前缀</translation>
    </message>
    <message>
        <source>Whether the string instruction repeats.</source>
        <translation>字符串指令是否重复执行。</translation>
    </message>
    <message>
        <source>String instruction</source>
        <translation>字符串指令</translation>
    </message>
    <message>
        <source>Whether the data is in memory (INS, OUTS) or in the accumulator.</source>
        <translation>数据是在内存中（INS、OUTS）还是在累加器中。</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>From the port or to it.</source>
        <translation>从端口读入还是向端口写出。</translation>
    </message>
    <message>
        <source>Size of access</source>
        <translation>访问大小</translation>
    </message>
    <message>
        <source>The bytes that are moved at a time.</source>
        <translation>每次传输的字节数。</translation>
    </message>
    <message>
        <source>To the debug register or from it.</source>
        <translation>写入还是读取调试寄存器。</translation>
    </message>
    <message>
        <source>Debug register</source>
        <translation>调试寄存器</translation>
    </message>
    <message>
        <source>The debug register that is moved.</source>
        <translation>MOV 所读写的调试寄存器。</translation>
    </message>
    <message>
        <source>Source of task switch</source>
        <translation>任务切换来源</translation>
    </message>
    <message>
        <source>What asked for the task switch.</source>
        <translation>由什么请求了任务切换。</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>选择子</translation>
    </message>
    <message>
        <source>The selector of the task-state segment to switch to.</source>
        <translation>要切换到的任务状态段的选择子。</translation>
    </message>
    <message>
        <source>Displacement</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>The displacement of the memory operand, sign-extended; with RIP-relative addressing the address of the next instruction is added. 0 for a register operand.</source>
        <translation>内存操作数的位移，经符号扩展；采用 RIP 相对寻址时加上下一条指令的地址。寄存器操作数为 0。</translation>
    </message>
    <message>
        <source>SPP event</source>
        <translation>SPP 事件</translation>
    </message>
    <message>
        <source>Whether the sub-page permission entry is missing or misconfigured.</source>
        <translation>子页权限表项是缺失还是配置错误。</translation>
    </message>
    <message>
        <source>VM context invalid</source>
        <translation>VM 上下文无效</translation>
    </message>
    <message>
        <source>The state of the guest is corrupt: it must not be resumed.</source>
        <translation>客户机状态已损坏：不得恢复运行。</translation>
    </message>
    <message>
        <source>MSR entry</source>
        <translation>MSR 表项</translation>
    </message>
    <message>
        <source>The number of the entry of the VM-entry MSR-load area that failed; the first is 1.</source>
        <translation>VM entry MSR 加载区中失败表项的编号；第一项为 1。</translation>
    </message>
    <message>
        <source>Faulting linear address</source>
        <translation>出错线性地址</translation>
    </message>
    <message>
        <source>What CR2 would have received; the exit does not write CR2.</source>
        <translation>CR2 本应收到的值；退出不写 CR2。</translation>
    </message>
    <message>
        <source>NMI source</source>
        <translation>NMI 来源</translation>
    </message>
    <message>
        <source>One bit for each source that sent the NMI.</source>
        <translation>每个发送 NMI 的来源对应一位。</translation>
    </message>
    <message>
        <source>Only processors with NMI-source reporting have it.</source>
        <translation>仅支持 NMI 来源报告的处理器才有。</translation>
    </message>
    <message>
        <source>SIPI vector</source>
        <translation>SIPI 向量</translation>
    </message>
    <message>
        <source>The vector of the start-up IPI: the page the processor would start in.</source>
        <translation>启动 IPI 的向量：处理器将从该页开始执行。</translation>
    </message>
    <message>
        <source>Linear address</source>
        <translation>线性地址</translation>
    </message>
    <message>
        <source>The operand of INVLPG; bits 63:32 are 0 outside 64-bit mode.</source>
        <translation>INVLPG 的操作数；在 64 位模式之外位 63:32 为 0。</translation>
    </message>
    <message>
        <source>Non-serializing</source>
        <translation>非串行化</translation>
    </message>
    <message>
        <source>Which of the two instructions it was.</source>
        <translation>是两条指令中的哪一条。</translation>
    </message>
    <message>
        <source>What was wrong with the guest state.</source>
        <translation>客户机状态有何错误。</translation>
    </message>
    <message>
        <source>Monitor armed</source>
        <translation>监视器已激活</translation>
    </message>
    <message>
        <source>Whether the address-range monitor was armed.</source>
        <translation>地址范围监视器是否已激活。</translation>
    </message>
    <message>
        <source>The vector whose interrupt the guest ended.</source>
        <translation>客户机结束的中断的向量。</translation>
    </message>
    <message>
        <source>No invalidation</source>
        <translation>无失效操作</translation>
    </message>
    <message>
        <source>Page offset</source>
        <translation>页内偏移</translation>
    </message>
    <message>
        <source>The offset in the virtual-APIC page that was written.</source>
        <translation>被写入的虚拟 APIC 页内偏移。</translation>
    </message>
    <message>
        <source>PASID</source>
        <translation>PASID</translation>
    </message>
    <message>
        <source>The PASID of IA32_PASID that could not be translated.</source>
        <translation>IA32_PASID 中无法转换的 PASID。</translation>
    </message>
    <message>
        <source>Source operand</source>
        <translation>源操作数</translation>
    </message>
    <message>
        <source>The low 32 bits of the source operand; the PASID is in bits 19:0.</source>
        <translation>源操作数的低 32 位；PASID 在位 19:0。</translation>
    </message>
    <message>
        <source>MSR</source>
        <translation>MSR</translation>
    </message>
    <message>
        <source>The number of the MSR that exits.</source>
        <translation>引起 VM exit 的 MSR 的编号。</translation>
    </message>
    <message>
        <source>Only with MSR bitmaps in use; else it is 0.</source>
        <translation>仅在使用 MSR 位图时有效；否则为 0。</translation>
    </message>
    <message>
        <source>The MSR number in the instruction.</source>
        <translation>指令中的 MSR 编号。</translation>
    </message>
    <message>
        <source>No exit qualification</source>
        <translation>无退出限定</translation>
    </message>
    <message>
        <source>Page fault</source>
        <translation>页错误</translation>
    </message>
    <message>
        <source>Non-maskable interrupt</source>
        <translation>不可屏蔽中断</translation>
    </message>
    <message>
        <source>Start-up IPI</source>
        <translation>启动 IPI</translation>
    </message>
    <message>
        <source>I/O instruction</source>
        <translation>I/O 指令</translation>
    </message>
    <message>
        <source>Task switch</source>
        <translation>任务切换</translation>
    </message>
    <message>
        <source>Displacement of a memory operand</source>
        <translation>内存操作数的位移量</translation>
    </message>
    <message>
        <source>Control-register access</source>
        <translation>控制寄存器访问</translation>
    </message>
    <message>
        <source>MOV DR</source>
        <translation>MOV DR</translation>
    </message>
    <message>
        <source>WRMSR or WRMSRNS</source>
        <translation>WRMSR 或 WRMSRNS</translation>
    </message>
    <message>
        <source>Invalid guest state</source>
        <translation>客户机状态无效</translation>
    </message>
    <message>
        <source>MSR loading</source>
        <translation>MSR 加载</translation>
    </message>
    <message>
        <source>MWAIT</source>
        <translation>MWAIT</translation>
    </message>
    <message>
        <source>APIC access</source>
        <translation>APIC 访问</translation>
    </message>
    <message>
        <source>Virtualized EOI</source>
        <translation>虚拟化的 EOI</translation>
    </message>
    <message>
        <source>EPT violation</source>
        <translation>EPT 违例</translation>
    </message>
    <message>
        <source>WBINVD or WBNOINVD</source>
        <translation>WBINVD 或 WBNOINVD</translation>
    </message>
    <message>
        <source>APIC write</source>
        <translation>APIC 写入</translation>
    </message>
    <message>
        <source>Page-modification log full</source>
        <translation>页修改日志已满</translation>
    </message>
    <message>
        <source>SPP-related event</source>
        <translation>SPP 相关事件</translation>
    </message>
    <message>
        <source>Instruction timeout</source>
        <translation>指令超时</translation>
    </message>
    <message>
        <source>RDMSRLIST or WRMSRLIST</source>
        <translation>RDMSRLIST 或 WRMSRLIST</translation>
    </message>
    <message>
        <source>Exception or non-maskable interrupt (NMI)</source>
        <translation>异常或不可屏蔽中断（NMI）</translation>
    </message>
    <message>
        <source>An exception that the exception bitmap selects, or an NMI with &quot;NMI exiting&quot;; the exiting-event field says which.</source>
        <translation>异常位图选中的异常，或启用 “NMI exiting” 时的 NMI；具体由退出事件字段指明。</translation>
    </message>
    <message>
        <source>External interrupt</source>
        <translation>外部中断</translation>
    </message>
    <message>
        <source>An interrupt arrived with &quot;external-interrupt exiting&quot;; its vector is known only with &quot;acknowledge interrupt on exit&quot;.</source>
        <translation>启用 “external-interrupt exiting” 时到来一个中断；仅在启用 “acknowledge interrupt on exit” 时才能得知其向量。</translation>
    </message>
    <message>
        <source>Triple fault</source>
        <translation>三重错误</translation>
    </message>
    <message>
        <source>An exception occurred while the double fault was being delivered.</source>
        <translation>交付双重错误期间又发生了异常。</translation>
    </message>
    <message>
        <source>INIT signal</source>
        <translation>INIT 信号</translation>
    </message>
    <message>
        <source>An INIT signal arrived.</source>
        <translation>收到 INIT 信号。</translation>
    </message>
    <message>
        <source>Start-up IPI (SIPI)</source>
        <translation>启动 IPI（SIPI）</translation>
    </message>
    <message>
        <source>A start-up IPI arrived in the wait-for-SIPI state.</source>
        <translation>在 wait-for-SIPI 状态下收到启动 IPI。</translation>
    </message>
    <message>
        <source>I/O system-management interrupt (SMI)</source>
        <translation>I/O 系统管理中断（SMI）</translation>
    </message>
    <message>
        <source>An SMI arrived right after an I/O instruction, under the dual-monitor treatment of SMM.</source>
        <translation>在 SMM 双监控处理下，I/O 指令之后紧接着到来一个 SMI。</translation>
    </message>
    <message>
        <source>Other SMI</source>
        <translation>其他 SMI</translation>
    </message>
    <message>
        <source>Any other SMI under the dual-monitor treatment of SMM.</source>
        <translation>SMM 双监控处理下的任何其他 SMI。</translation>
    </message>
    <message>
        <source>Interrupt window</source>
        <translation>中断窗口</translation>
    </message>
    <message>
        <source>With &quot;interrupt-window exiting&quot;: the guest can take an interrupt now (RFLAGS.IF is 1 and nothing blocks).</source>
        <translation>启用 “interrupt-window exiting” 时：客户机此刻可以接受中断（RFLAGS.IF 为 1 且没有任何阻塞）。</translation>
    </message>
    <message>
        <source>NMI window</source>
        <translation>NMI 窗口</translation>
    </message>
    <message>
        <source>With &quot;NMI-window exiting&quot;: nothing blocks an NMI any more.</source>
        <translation>启用 “NMI-window exiting” 时：NMI 不再受到任何阻塞。</translation>
    </message>
    <message>
        <source>The guest switched tasks by hardware, which always exits.</source>
        <translation>客户机通过硬件切换任务，这总是引起 VM exit。</translation>
    </message>
    <message>
        <source>CPUID</source>
        <translation>CPUID</translation>
    </message>
    <message>
        <source>CPUID always exits.</source>
        <translation>CPUID 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>GETSEC</source>
        <translation>GETSEC</translation>
    </message>
    <message>
        <source>GETSEC always exits.</source>
        <translation>GETSEC 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>HLT</source>
        <translation>HLT</translation>
    </message>
    <message>
        <source>HLT with &quot;HLT exiting&quot;.</source>
        <translation>启用 “HLT exiting” 时的 HLT。</translation>
    </message>
    <message>
        <source>INVD</source>
        <translation>INVD</translation>
    </message>
    <message>
        <source>INVD always exits.</source>
        <translation>INVD 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>INVLPG</source>
        <translation>INVLPG</translation>
    </message>
    <message>
        <source>INVLPG with &quot;INVLPG exiting&quot;.</source>
        <translation>启用 “INVLPG exiting” 时的 INVLPG。</translation>
    </message>
    <message>
        <source>RDPMC</source>
        <translation>RDPMC</translation>
    </message>
    <message>
        <source>RDPMC with &quot;RDPMC exiting&quot;.</source>
        <translation>启用 “RDPMC exiting” 时的 RDPMC。</translation>
    </message>
    <message>
        <source>RDTSC</source>
        <translation>RDTSC</translation>
    </message>
    <message>
        <source>RDTSC with &quot;RDTSC exiting&quot;.</source>
        <translation>启用 “RDTSC exiting” 时的 RDTSC。</translation>
    </message>
    <message>
        <source>RSM</source>
        <translation>RSM</translation>
    </message>
    <message>
        <source>RSM in SMM under the dual-monitor treatment.</source>
        <translation>双监控处理下在 SMM 中执行的 RSM。</translation>
    </message>
    <message>
        <source>VMCALL</source>
        <translation>VMCALL</translation>
    </message>
    <message>
        <source>The guest made a hypercall; VMCALL always exits.</source>
        <translation>客户机发出超级调用；VMCALL 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>VMCLEAR</source>
        <translation>VMCLEAR</translation>
    </message>
    <message>
        <source>VMCLEAR always exits.</source>
        <translation>VMCLEAR 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>VMLAUNCH</source>
        <translation>VMLAUNCH</translation>
    </message>
    <message>
        <source>VMLAUNCH always exits.</source>
        <translation>VMLAUNCH 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>VMPTRLD</source>
        <translation>VMPTRLD</translation>
    </message>
    <message>
        <source>VMPTRLD always exits.</source>
        <translation>VMPTRLD 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>VMPTRST</source>
        <translation>VMPTRST</translation>
    </message>
    <message>
        <source>VMPTRST always exits.</source>
        <translation>VMPTRST 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>VMREAD</source>
        <translation>VMREAD</translation>
    </message>
    <message>
        <source>VMREAD that VMCS shadowing did not take.</source>
        <translation>VMCS shadowing 未接管的 VMREAD。</translation>
    </message>
    <message>
        <source>VMRESUME</source>
        <translation>VMRESUME</translation>
    </message>
    <message>
        <source>VMRESUME always exits.</source>
        <translation>VMRESUME 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>VMWRITE</source>
        <translation>VMWRITE</translation>
    </message>
    <message>
        <source>VMWRITE that VMCS shadowing did not take.</source>
        <translation>VMCS shadowing 未接管的 VMWRITE。</translation>
    </message>
    <message>
        <source>VMXOFF</source>
        <translation>VMXOFF</translation>
    </message>
    <message>
        <source>VMXOFF always exits.</source>
        <translation>VMXOFF 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>VMXON</source>
        <translation>VMXON</translation>
    </message>
    <message>
        <source>VMXON always exits.</source>
        <translation>VMXON 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>MOV to or from a control register, CLTS or LMSW that the controls, masks or targets select.</source>
        <translation>由控制位、掩码或目标值选中的 MOV 读写控制寄存器、CLTS 或 LMSW。</translation>
    </message>
    <message>
        <source>MOV to or from a debug register with &quot;MOV-DR exiting&quot;.</source>
        <translation>启用 “MOV-DR exiting” 时用 MOV 读写调试寄存器。</translation>
    </message>
    <message>
        <source>IN, OUT, INS or OUTS to a port that the controls or the I/O bitmaps select.</source>
        <translation>对控制位或 I/O 位图选中的端口执行 IN、OUT、INS 或 OUTS。</translation>
    </message>
    <message>
        <source>RDMSR</source>
        <translation>RDMSR</translation>
    </message>
    <message>
        <source>RDMSR without MSR bitmaps, of an MSR outside their ranges (0 to 1fffH, c0000000H to c0001fffH), or of one they select. ECX holds the number.</source>
        <translation>未使用 MSR 位图时的 RDMSR，或所读 MSR 超出位图范围（0 至 1fffH、c0000000H 至 c0001fffH），或由位图选中。ECX 存放 MSR 编号。</translation>
    </message>
    <message>
        <source>WRMSR or WRMSRNS without MSR bitmaps, to an MSR outside their ranges, or to one they select. ECX holds the number, EDX:EAX the value.</source>
        <translation>未使用 MSR 位图时的 WRMSR 或 WRMSRNS，或所写 MSR 超出位图范围，或由位图选中。ECX 存放 MSR 编号，EDX:EAX 存放值。</translation>
    </message>
    <message>
        <source>VM-entry failure due to invalid guest state</source>
        <translation>客户机状态无效导致 VM entry 失败</translation>
    </message>
    <message>
        <source>The entry failed its checks of the guest state after the host state had been committed to; it ends like an exit.</source>
        <translation>VM entry 在主机状态已经确定之后未通过对客户机状态的检查；其结束方式与 VM exit 相同。</translation>
    </message>
    <message>
        <source>VM-entry failure due to MSR loading</source>
        <translation>MSR 加载导致 VM entry 失败</translation>
    </message>
    <message>
        <source>An entry of the VM-entry MSR-load area could not be loaded.</source>
        <translation>VM-entry MSR-load 区域中有一项无法加载。</translation>
    </message>
    <message>
        <source>MWAIT with &quot;MWAIT exiting&quot;.</source>
        <translation>启用 “MWAIT exiting” 时的 MWAIT。</translation>
    </message>
    <message>
        <source>Monitor trap flag</source>
        <translation>监控陷阱标志</translation>
    </message>
    <message>
        <source>With &quot;monitor trap flag&quot;: after one instruction, or because a pending MTF exit was injected.</source>
        <translation>启用 “monitor trap flag” 时：执行一条指令之后，或因为注入了待处理的 MTF VM exit。</translation>
    </message>
    <message>
        <source>MONITOR</source>
        <translation>MONITOR</translation>
    </message>
    <message>
        <source>MONITOR with &quot;MONITOR exiting&quot;.</source>
        <translation>启用 “MONITOR exiting” 时的 MONITOR。</translation>
    </message>
    <message>
        <source>PAUSE</source>
        <translation>PAUSE</translation>
    </message>
    <message>
        <source>PAUSE with &quot;PAUSE exiting&quot;, or a loop of them with &quot;PAUSE-loop exiting&quot;; the exit does not tell which.</source>
        <translation>启用 “PAUSE exiting” 时的 PAUSE，或启用 “PAUSE-loop exiting” 时的 PAUSE 循环；VM exit 本身不区分是哪一种。</translation>
    </message>
    <message>
        <source>VM-entry failure due to machine-check event</source>
        <translation>机器检查事件导致 VM entry 失败</translation>
    </message>
    <message>
        <source>A machine-check event occurred during the entry.</source>
        <translation>VM entry 期间发生了机器检查事件。</translation>
    </message>
    <message>
        <source>TPR below threshold</source>
        <translation>TPR 低于阈值</translation>
    </message>
    <message>
        <source>The TPR shadow fell below the TPR threshold.</source>
        <translation>TPR 影子值降到 TPR 阈值以下。</translation>
    </message>
    <message>
        <source>The guest touched the APIC-access page in a way that is not virtualized.</source>
        <translation>客户机以未被虚拟化的方式访问了 APIC-access 页。</translation>
    </message>
    <message>
        <source>EOI virtualization met a vector that the EOI-exit bitmap selects.</source>
        <translation>EOI 虚拟化遇到 EOI-exit 位图选中的向量。</translation>
    </message>
    <message>
        <source>Access to GDTR or IDTR</source>
        <translation>访问 GDTR 或 IDTR</translation>
    </message>
    <message>
        <source>LGDT, LIDT, SGDT or SIDT with &quot;descriptor-table exiting&quot;.</source>
        <translation>启用 “descriptor-table exiting” 时的 LGDT、LIDT、SGDT 或 SIDT。</translation>
    </message>
    <message>
        <source>Access to LDTR or TR</source>
        <translation>访问 LDTR 或 TR</translation>
    </message>
    <message>
        <source>LLDT, LTR, SLDT or STR with &quot;descriptor-table exiting&quot;.</source>
        <translation>启用 “descriptor-table exiting” 时的 LLDT、LTR、SLDT 或 STR。</translation>
    </message>
    <message>
        <source>The EPT entries are well formed and do not allow the access.</source>
        <translation>EPT 表项格式正确，但不允许该访问。</translation>
    </message>
    <message>
        <source>EPT misconfiguration</source>
        <translation>EPT 配置错误</translation>
    </message>
    <message>
        <source>An EPT entry that is present holds a value that is not supported. The instruction length is undefined, though some processors fill it in.</source>
        <translation>一个存在的 EPT 表项含有不受支持的值。指令长度未定义，不过有些处理器会填写它。</translation>
    </message>
    <message>
        <source>INVEPT</source>
        <translation>INVEPT</translation>
    </message>
    <message>
        <source>INVEPT always exits.</source>
        <translation>INVEPT 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>RDTSCP</source>
        <translation>RDTSCP</translation>
    </message>
    <message>
        <source>RDTSCP with &quot;enable RDTSCP&quot; and &quot;RDTSC exiting&quot;.</source>
        <translation>启用 “enable RDTSCP” 和 “RDTSC exiting” 时的 RDTSCP。</translation>
    </message>
    <message>
        <source>VMX-preemption timer expired</source>
        <translation>VMX 抢占定时器到期</translation>
    </message>
    <message>
        <source>The VMX-preemption timer counted down to 0.</source>
        <translation>VMX 抢占定时器倒计时到 0。</translation>
    </message>
    <message>
        <source>INVVPID</source>
        <translation>INVVPID</translation>
    </message>
    <message>
        <source>INVVPID always exits.</source>
        <translation>INVVPID 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>WBINVD or WBNOINVD with &quot;WBINVD exiting&quot;.</source>
        <translation>启用 “WBINVD exiting” 时的 WBINVD 或 WBNOINVD。</translation>
    </message>
    <message>
        <source>XSETBV</source>
        <translation>XSETBV</translation>
    </message>
    <message>
        <source>XSETBV always exits.</source>
        <translation>XSETBV 总是引起 VM exit。</translation>
    </message>
    <message>
        <source>A write to the virtual-APIC page was done and needs the VMM&apos;s help.</source>
        <translation>对 virtual-APIC 页的写入已完成，需要 VMM 协助处理。</translation>
    </message>
    <message>
        <source>RDRAND</source>
        <translation>RDRAND</translation>
    </message>
    <message>
        <source>RDRAND with &quot;RDRAND exiting&quot;.</source>
        <translation>启用 “RDRAND exiting” 时的 RDRAND。</translation>
    </message>
    <message>
        <source>INVPCID</source>
        <translation>INVPCID</translation>
    </message>
    <message>
        <source>INVPCID with &quot;enable INVPCID&quot; and &quot;INVLPG exiting&quot;.</source>
        <translation>启用 “enable INVPCID” 和 “INVLPG exiting” 时的 INVPCID。</translation>
    </message>
    <message>
        <source>VMFUNC</source>
        <translation>VMFUNC</translation>
    </message>
    <message>
        <source>VMFUNC of a function that is not enabled or that failed.</source>
        <translation>VMFUNC 调用的功能未启用或执行失败。</translation>
    </message>
    <message>
        <source>ENCLS</source>
        <translation>ENCLS</translation>
    </message>
    <message>
        <source>ENCLS of a leaf (EAX) that the ENCLS-exiting bitmap selects.</source>
        <translation>ENCLS 的叶功能（EAX）由 ENCLS-exiting 位图选中。</translation>
    </message>
    <message>
        <source>RDSEED</source>
        <translation>RDSEED</translation>
    </message>
    <message>
        <source>RDSEED with &quot;RDSEED exiting&quot;.</source>
        <translation>启用 “RDSEED exiting” 时的 RDSEED。</translation>
    </message>
    <message>
        <source>A dirty or accessed flag was to be set while the log index was outside 0 to 511.</source>
        <translation>需要设置脏标志或访问标志时，日志索引不在 0 至 511 之内。</translation>
    </message>
    <message>
        <source>XSAVES</source>
        <translation>XSAVES</translation>
    </message>
    <message>
        <source>XSAVES of a component that the XSS-exiting bitmap selects.</source>
        <translation>XSAVES 涉及 XSS-exiting 位图选中的组件。</translation>
    </message>
    <message>
        <source>XRSTORS</source>
        <translation>XRSTORS</translation>
    </message>
    <message>
        <source>XRSTORS of a component that the XSS-exiting bitmap selects.</source>
        <translation>XRSTORS 涉及 XSS-exiting 位图选中的组件。</translation>
    </message>
    <message>
        <source>PCONFIG</source>
        <translation>PCONFIG</translation>
    </message>
    <message>
        <source>PCONFIG of a leaf (EAX) that the PCONFIG-exiting bitmap selects.</source>
        <translation>PCONFIG 的叶功能（EAX）由 PCONFIG-exiting 位图选中。</translation>
    </message>
    <message>
        <source>The walk of the sub-page permission table met an entry that is missing or misconfigured.</source>
        <translation>遍历子页权限表时遇到缺失或配置错误的表项。</translation>
    </message>
    <message>
        <source>UMWAIT</source>
        <translation>UMWAIT</translation>
    </message>
    <message>
        <source>UMWAIT with &quot;RDTSC exiting&quot;.</source>
        <translation>启用 “RDTSC exiting” 时的 UMWAIT。</translation>
    </message>
    <message>
        <source>TPAUSE</source>
        <translation>TPAUSE</translation>
    </message>
    <message>
        <source>TPAUSE with &quot;RDTSC exiting&quot;.</source>
        <translation>启用 “RDTSC exiting” 时的 TPAUSE。</translation>
    </message>
    <message>
        <source>LOADIWKEY</source>
        <translation>LOADIWKEY</translation>
    </message>
    <message>
        <source>LOADIWKEY with &quot;LOADIWKEY exiting&quot;.</source>
        <translation>启用 “LOADIWKEY exiting” 时的 LOADIWKEY。</translation>
    </message>
    <message>
        <source>ENCLV</source>
        <translation>ENCLV</translation>
    </message>
    <message>
        <source>ENCLV of a leaf (EAX) that the ENCLV-exiting bitmap selects.</source>
        <translation>ENCLV 的叶功能（EAX）由 ENCLV-exiting 位图选中。</translation>
    </message>
    <message>
        <source>ENQCMD PASID translation failure</source>
        <translation>ENQCMD PASID 转换失败</translation>
    </message>
    <message>
        <source>The PASID of ENQCMD could not be translated: an entry is not present, not valid or has a reserved bit set.</source>
        <translation>ENQCMD 的 PASID 无法转换：某个表项不存在、无效或有保留位被置位。</translation>
    </message>
    <message>
        <source>ENQCMDS PASID translation failure</source>
        <translation>ENQCMDS PASID 转换失败</translation>
    </message>
    <message>
        <source>The PASID of ENQCMDS could not be translated: an entry is not present, not valid or has a reserved bit set.</source>
        <translation>ENQCMDS 的 PASID 无法转换：某个表项不存在、无效或有保留位被置位。</translation>
    </message>
    <message>
        <source>Bus lock</source>
        <translation>总线锁</translation>
    </message>
    <message>
        <source>A bus lock was asserted with &quot;VMM bus-lock detection&quot;.</source>
        <translation>启用 “VMM bus-lock detection” 时发出了总线锁。</translation>
    </message>
    <message>
        <source>No instruction boundary came within the allowed time.</source>
        <translation>在允许的时间内没有出现指令边界。</translation>
    </message>
    <message>
        <source>SEAMCALL</source>
        <translation>SEAMCALL</translation>
    </message>
    <message>
        <source>SEAMCALL called the TDX module.</source>
        <translation>SEAMCALL 调用了 TDX 模块。</translation>
    </message>
    <message>
        <source>TDCALL</source>
        <translation>TDCALL</translation>
    </message>
    <message>
        <source>TDCALL called the TDX module.</source>
        <translation>TDCALL 调用了 TDX 模块。</translation>
    </message>
    <message>
        <source>RDMSRLIST</source>
        <translation>RDMSRLIST</translation>
    </message>
    <message>
        <source>RDMSRLIST came to an MSR that exits.</source>
        <translation>RDMSRLIST 遇到一个会引起 VM exit 的 MSR。</translation>
    </message>
    <message>
        <source>WRMSRLIST</source>
        <translation>WRMSRLIST</translation>
    </message>
    <message>
        <source>WRMSRLIST came to an MSR that exits; the MSR-data field of the VMCS holds the value.</source>
        <translation>WRMSRLIST 遇到一个会引起 VM exit 的 MSR；值保存在 VMCS 的 MSR-data 字段中。</translation>
    </message>
    <message>
        <source>URDMSR</source>
        <translation>URDMSR</translation>
    </message>
    <message>
        <source>URDMSR of an MSR that the user-MSR controls do not allow.</source>
        <translation>URDMSR 读取的 MSR 不被 user-MSR 控制所允许。</translation>
    </message>
    <message>
        <source>UWRMSR</source>
        <translation>UWRMSR</translation>
    </message>
    <message>
        <source>UWRMSR of an MSR that the user-MSR controls do not allow.</source>
        <translation>UWRMSR 写入的 MSR 不被 user-MSR 控制所允许。</translation>
    </message>
    <message>
        <source>RDMSR with an immediate operand</source>
        <translation>带立即数操作数的 RDMSR</translation>
    </message>
    <message>
        <source>RDMSR with an immediate MSR number; known from published hypervisors, not from the SDM.</source>
        <translation>以立即数给出 MSR 编号的 RDMSR；信息来自已公开的虚拟机监控程序，而非 SDM。</translation>
    </message>
    <message>
        <source>WRMSRNS with an immediate operand</source>
        <translation>带立即数操作数的 WRMSRNS</translation>
    </message>
    <message>
        <source>WRMSRNS with an immediate MSR number; known from published hypervisors, not from the SDM.</source>
        <translation>以立即数给出 MSR 编号的 WRMSRNS；信息来自已公开的虚拟机监控程序，而非 SDM。</translation>
    </message>
    <message>
        <source>A true VM exit</source>
        <translation>真正的 VM exit</translation>
    </message>
    <message>
        <source>The VM entry failed</source>
        <translation>VM entry 失败</translation>
    </message>
    <message>
        <source>VM-entry failure</source>
        <translation>VM entry 失败</translation>
    </message>
    <message>
        <source>The entry failed late instead of the guest exiting; set with the reasons 33, 34 and 41 only. Of the exit information only the reason and the qualification are then written.</source>
        <translation>VM entry 在后期失败，而不是客户机退出；仅与原因 33、34 和 41 一起置位。此时退出信息中只写入原因和限定。</translation>
    </message>
    <message>
        <source>Exit from VMX root operation</source>
        <translation>从 VMX root operation 退出</translation>
    </message>
    <message>
        <source>An SMM exit that left VMX root operation, not a guest.</source>
        <translation>离开的是 VMX root operation 而不是客户机的 SMM VM exit。</translation>
    </message>
    <message>
        <source>Pending MTF VM exit</source>
        <translation>待处理的 MTF VM exit</translation>
    </message>
    <message>
        <source>A monitor-trap-flag exit was pending when the SMM exit came.</source>
        <translation>SMM VM exit 到来时，有一个监控陷阱标志 VM exit 待处理。</translation>
    </message>
    <message>
        <source>Enclave mode</source>
        <translation>Enclave 模式</translation>
    </message>
    <message>
        <source>The exit was incident to enclave mode: bits 11:0 of the addresses and the instruction length and information are cleared.</source>
        <translation>该 VM exit 发生在 enclave 模式中：地址的位 11:0 以及指令长度和指令信息均被清零。</translation>
    </message>
    <message>
        <source>A bus lock was asserted before this exit (&quot;VMM bus-lock detection&quot;); it may come with any reason.</source>
        <translation>在此 VM exit 之前发出了总线锁（“VMM bus-lock detection”）；它可与任何原因同时出现。</translation>
    </message>
    <message>
        <source>Prematurely busy shadow stack</source>
        <translation>影子栈过早置忙</translation>
    </message>
    <message>
        <source>The exit left a shadow stack busy that should not be yet.</source>
        <translation>该 VM exit 使某个影子栈留在尚不应有的忙状态。</translation>
    </message>
    <message>
        <source>Basic exit reason</source>
        <translation>基本退出原因</translation>
    </message>
    <message>
        <source>What made the guest exit, or the entry fail.</source>
        <translation>引起客户机退出或 VM entry 失败的原因。</translation>
    </message>
    <message>
        <source>Exit reason (0x4402)</source>
        <translation>退出原因（0x4402）</translation>
    </message>
    <message>
        <source>Undefined, to be ignored (%1)</source>
        <translation>未定义，应忽略（%1）</translation>
    </message>
    <message>
        <source>The processor may leave anything here; software ignores it.</source>
        <translation>处理器可能在此留下任意内容；软件应忽略它。</translation>
    </message>
    <message>
        <source>Always 0; a 1 comes from a newer architecture or a broken value.</source>
        <translation>始终为 0；若为 1，则来自更新的架构或损坏的值。</translation>
    </message>
    <message>
        <source>NMI unblocking due to IRET</source>
        <translation>IRET 导致的 NMI 解除阻塞</translation>
    </message>
    <message>
        <source>A fault inside IRET had already ended the blocking of NMIs: whoever enters the guest again blocks them first.</source>
        <translation>IRET 内部发生错误之前已经解除了对 NMI 的阻塞：再次进入客户机之前要先恢复阻塞。</translation>
    </message>
    <message>
        <source>Asynchronous to instruction execution</source>
        <translation>与指令执行异步</translation>
    </message>
    <message>
        <source>The access was part of neither an instruction nor the delivery of an event: trace output, PEBS, or the delivery of a user interrupt.</source>
        <translation>该访问既不属于某条指令，也不属于事件交付：而是跟踪输出、PEBS 或用户中断的交付。</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2，%3</translation>
    </message>
    <message>
        <source>%1, vector %2</source>
        <translation>%1，向量 %2</translation>
    </message>
    <message>
        <source>its vector was not acknowledged</source>
        <translation>其向量未被应答</translation>
    </message>
    <message>
        <source>%1, at linear address %2</source>
        <translation>%1，位于线性地址 %2</translation>
    </message>
    <message>
        <source>access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>data read</source>
        <translation>数据读取</translation>
    </message>
    <message>
        <source>data write</source>
        <translation>数据写入</translation>
    </message>
    <message>
        <source>data read and write</source>
        <translation>数据读取和写入</translation>
    </message>
    <message>
        <source>instruction fetch</source>
        <translation>取指</translation>
    </message>
    <message>
        <source>access of contradictory kinds</source>
        <translation>种类相互矛盾的访问</translation>
    </message>
    <message>
        <source>%1 of a guest paging-structure entry</source>
        <translation>对客户机分页结构表项的%1</translation>
    </message>
    <message>
        <source>at guest-physical %1</source>
        <translation>位于客户机物理地址 %1</translation>
    </message>
    <message>
        <source>%1 of %2, which the EPT entries map without that right</source>
        <translation>%1：%2，EPT 表项映射了它，但未给予该权限</translation>
    </message>
    <message>
        <source>%1 of %2, which is not mapped</source>
        <translation>%1：%2，未映射</translation>
    </message>
    <message>
        <source>a guest-physical address that is not given</source>
        <translation>未给出的客户机物理地址</translation>
    </message>
    <message>
        <source>guest-physical %1</source>
        <translation>客户机物理地址 %1</translation>
    </message>
    <message>
        <source>%1 (guest-linear %2)</source>
        <translation>%1（客户机线性地址 %2）</translation>
    </message>
    <message>
        <source>MOV to %1 from %2</source>
        <translation>用 MOV 将 %2 写入 %1</translation>
    </message>
    <message>
        <source>MOV from %1 to %2</source>
        <translation>用 MOV 将 %1 读入 %2</translation>
    </message>
    <message>
        <source>LMSW of %1</source>
        <translation>LMSW，操作数为 %1</translation>
    </message>
    <message>
        <source>%1 of %2, port %3</source>
        <translation>%1，%2，端口 %3</translation>
    </message>
    <message>
        <source>to selector %1, by %2</source>
        <translation>切换到选择子 %1，由 %2 引起</translation>
    </message>
    <message>
        <source>of linear address %1</source>
        <translation>线性地址 %1</translation>
    </message>
    <message>
        <source>%1, at offset %2</source>
        <translation>%1，偏移 %2</translation>
    </message>
    <message>
        <source>at offset %1</source>
        <translation>位于偏移 %1</translation>
    </message>
    <message>
        <source>entry %1 of the VM-entry MSR-load area</source>
        <translation>VM-entry MSR-load 区域的第 %1 项</translation>
    </message>
    <message>
        <source>MSR %1</source>
        <translation>MSR %1</translation>
    </message>
    <message>
        <source>PASID %1</source>
        <translation>PASID %1</translation>
    </message>
    <message>
        <source>the guest must not be resumed</source>
        <translation>不得恢复该客户机</translation>
    </message>
    <message>
        <source>Unknown exit reason %1</source>
        <translation>未知的退出原因 %1</translation>
    </message>
    <message>
        <source>%1; while delivering %2</source>
        <translation>%1；发生在交付 %2 期间</translation>
    </message>
    <message>
        <source>external interrupt</source>
        <translation>外部中断</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>non-maskable interrupt (NMI)</source>
        <translation>不可屏蔽中断（NMI）</translation>
    </message>
    <message>
        <source>hardware exception</source>
        <translation>硬件异常</translation>
    </message>
    <message>
        <source>software interrupt (INT n)</source>
        <translation>软件中断（INT n）</translation>
    </message>
    <message>
        <source>privileged software exception (INT1)</source>
        <translation>特权软件异常（INT1）</translation>
    </message>
    <message>
        <source>software exception (INT3 or INTO)</source>
        <translation>软件异常（INT3 或 INTO）</translation>
    </message>
    <message>
        <source>other event</source>
        <translation>其他事件</translation>
    </message>
    <message>
        <source>Divide error</source>
        <translation>除法错误</translation>
    </message>
    <message>
        <source>DIV or IDIV by 0, or a quotient that does not fit.</source>
        <translation>DIV 或 IDIV 除以 0，或商超出可表示的范围。</translation>
    </message>
    <message>
        <source>A fault for instruction breakpoints and general detect, a trap for the rest. Type 5 only from INT1.</source>
        <translation>指令断点和通用检测属于错误（fault），其余属于陷阱（trap）。仅来自 INT1 时类型为 5。</translation>
    </message>
    <message>
        <source>It comes from outside and blocks further NMIs until IRET.</source>
        <translation>它来自外部，并阻塞后续 NMI 直到 IRET。</translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation>断点</translation>
    </message>
    <message>
        <source>INT3. INT 3 in its two-byte form is a software interrupt; in an enclave the type is 3.</source>
        <translation>INT3。双字节形式的 INT 3 是软件中断；在 enclave 中类型为 3。</translation>
    </message>
    <message>
        <source>INTO with the overflow flag set.</source>
        <translation>溢出标志置位时的 INTO。</translation>
    </message>
    <message>
        <source>BOUND range exceeded</source>
        <translation>BOUND 超出范围</translation>
    </message>
    <message>
        <source>BOUND with an index out of range; though an instruction asks for it, the type is 3.</source>
        <translation>BOUND 的索引超出范围；虽由指令请求，类型仍为 3。</translation>
    </message>
    <message>
        <source>Invalid opcode</source>
        <translation>无效操作码</translation>
    </message>
    <message>
        <source>An opcode that does not exist here; UD0, UD1 and UD2 too have type 3.</source>
        <translation>此处不存在的操作码；UD0、UD1 和 UD2 的类型同样为 3。</translation>
    </message>
    <message>
        <source>Device not available</source>
        <translation>设备不可用</translation>
    </message>
    <message>
        <source>A floating-point instruction with CR0.TS or CR0.EM set, or a use of disabled state.</source>
        <translation>CR0.TS 或 CR0.EM 置位时的浮点指令，或使用了被禁用的状态。</translation>
    </message>
    <message>
        <source>Double fault</source>
        <translation>双重错误</translation>
    </message>
    <message>
        <source>An exception while another one was being delivered that cannot be handled in turn.</source>
        <translation>在交付另一个异常期间又发生异常，且二者无法依次处理。</translation>
    </message>
    <message>
        <source>Coprocessor segment overrun (reserved)</source>
        <translation>协处理器段越界（保留）</translation>
    </message>
    <message>
        <source>No processor since the 486 raises it.</source>
        <translation>自 486 之后没有处理器会产生它。</translation>
    </message>
    <message>
        <source>Invalid TSS</source>
        <translation>无效 TSS</translation>
    </message>
    <message>
        <source>A task switch or a stack switch met a TSS or segment that is not valid.</source>
        <translation>任务切换或栈切换遇到无效的 TSS 或段。</translation>
    </message>
    <message>
        <source>Segment not present</source>
        <translation>段不存在</translation>
    </message>
    <message>
        <source>A segment or gate descriptor is marked as not present.</source>
        <translation>段描述符或门描述符被标记为不存在。</translation>
    </message>
    <message>
        <source>Stack-segment fault</source>
        <translation>栈段错误</translation>
    </message>
    <message>
        <source>A stack access outside its limit or not canonical, or a stack segment not present.</source>
        <translation>栈访问超出段限长或地址非规范，或栈段不存在。</translation>
    </message>
    <message>
        <source>General protection</source>
        <translation>一般保护</translation>
    </message>
    <message>
        <source>Any breach of protection that has no exception of its own.</source>
        <translation>没有专属异常的任何保护违例。</translation>
    </message>
    <message>
        <source>The guest&apos;s paging has no translation for the address or does not allow the access.</source>
        <translation>客户机的分页没有该地址的转换，或不允许该访问。</translation>
    </message>
    <message>
        <source>No exception uses it.</source>
        <translation>没有异常使用它。</translation>
    </message>
    <message>
        <source>x87 FPU floating-point error</source>
        <translation>x87 FPU 浮点错误</translation>
    </message>
    <message>
        <source>A pending x87 exception, reported at the next waiting instruction.</source>
        <translation>待处理的 x87 异常，在下一条等待型指令处报告。</translation>
    </message>
    <message>
        <source>A misaligned access with alignment checks on, or a split lock where that is refused.</source>
        <translation>启用对齐检查时的未对齐访问，或在拒绝拆分锁之处使用了拆分锁。</translation>
    </message>
    <message>
        <source>Machine check</source>
        <translation>机器检查</translation>
    </message>
    <message>
        <source>The hardware reports an error; the machine-check banks say which.</source>
        <translation>硬件报告了错误；具体是哪种由机器检查寄存器组指明。</translation>
    </message>
    <message>
        <source>SIMD floating-point exception</source>
        <translation>SIMD 浮点异常</translation>
    </message>
    <message>
        <source>An SSE or AVX exception that MXCSR does not mask.</source>
        <translation>未被 MXCSR 屏蔽的 SSE 或 AVX 异常。</translation>
    </message>
    <message>
        <source>Virtualization exception</source>
        <translation>虚拟化异常</translation>
    </message>
    <message>
        <source>An EPT violation that the guest is to handle itself; only in VMX non-root operation.</source>
        <translation>应由客户机自行处理的 EPT 违例；仅出现在 VMX non-root operation 中。</translation>
    </message>
    <message>
        <source>Control-protection exception</source>
        <translation>控制保护异常</translation>
    </message>
    <message>
        <source>A shadow stack disagrees, or an indirect branch missed its ENDBRANCH.</source>
        <translation>影子栈不一致，或间接分支的目标没有 ENDBRANCH。</translation>
    </message>
    <message>
        <source>Intel keeps these back (AMD: 28 #HV, 29 #VC with an error code, 30 #SX with an error code). An external interrupt may still use one.</source>
        <translation>Intel 保留了这些向量（AMD：28 为 #HV，29 为带错误码的 #VC，30 为带错误码的 #SX）。外部中断仍可能使用其中之一。</translation>
    </message>
    <message>
        <source>User-defined</source>
        <translation>用户定义</translation>
    </message>
    <message>
        <source>External interrupts and INT n; the number does not tell which.</source>
        <translation>外部中断和 INT n；仅凭编号无法区分。</translation>
    </message>
    <message>
        <source>Type 5 is right for INT1 only; every other debug exception is a hardware exception.</source>
        <translation>类型 5 仅适用于 INT1；其他调试异常都是硬件异常。</translation>
    </message>
    <message>
        <source>Right for INT3 and INTO; INT n of the same number is a software interrupt.</source>
        <translation>适用于 INT3 和 INTO；同一编号的 INT n 属于软件中断。</translation>
    </message>
    <message>
        <source>There is no such exception any more.</source>
        <translation>该异常已不复存在。</translation>
    </message>
    <message>
        <source>There is no such exception.</source>
        <translation>不存在这样的异常。</translation>
    </message>
    <message>
        <source>Control protection is a hardware exception with an error code; VM entry refuses type 7 with vector 21.</source>
        <translation>控制保护是带错误码的硬件异常；VM entry 拒绝类型 7 与向量 21 的组合。</translation>
    </message>
    <message>
        <source>Reserved; type 7 takes vector 0 only (1 and 2 with FRED), so a VM entry that injects this fails with VM-instruction error 7.</source>
        <translation>保留；类型 7 只接受向量 0（使用 FRED 时还有 1 和 2），因此注入它的 VM entry 会失败，VM 指令错误号为 7。</translation>
    </message>
    <message>
        <source>External interrupt or, from INT n, software interrupt: the number cannot tell.</source>
        <translation>外部中断，或来自 INT n 的软件中断：仅凭编号无法判断。</translation>
    </message>
    <message>
        <source>8-bit VMID</source>
        <translation>8 位 VMID</translation>
    </message>
    <message>
        <source>16-bit VMID</source>
        <translation>16 位 VMID</translation>
    </message>
    <message>
        <source>IMPLEMENTATION DEFINED hardware use</source>
        <translation>IMPLEMENTATION DEFINED 硬件用途</translation>
    </message>
    <message>
        <source>64-bit descriptors</source>
        <translation>64 位描述符</translation>
    </message>
    <message>
        <source>128-bit descriptors</source>
        <translation>128 位描述符</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>1: with SL0 = 0 walks begin at level -1</source>
        <translation>1：SL0 = 0 时遍历从级别 -1 开始</translation>
    </message>
    <message>
        <source>Secure</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>%1-bit IPAs</source>
        <translation>%1 位 IPA</translation>
    </message>
    <message>
        <source>Reserved for this granule: each access is a Translation fault, level 0</source>
        <translation>对此粒度为保留：每次访问都产生级别 0 的 Translation fault</translation>
    </message>
    <message>
        <source>Walks begin at level %1</source>
        <translation>遍历从级别 %1 开始</translation>
    </message>
    <message>
        <source>Hardware dirty state tracking structure</source>
        <translation>硬件脏状态跟踪结构</translation>
    </message>
    <message>
        <source>Whether hardware writes dirtied pages to a list (FEAT_HDBSS); needs HA and HD.</source>
        <translation>硬件是否把变脏的页写入列表（FEAT_HDBSS）；需要 HA 和 HD。</translation>
    </message>
    <message>
        <source>Hardware Access flag for tables</source>
        <translation>表的硬件访问标志</translation>
    </message>
    <message>
        <source>Whether hardware sets the Access flag of Table descriptors as well (FEAT_HAFT).</source>
        <translation>硬件是否也设置表描述符的访问标志（FEAT_HAFT）。</translation>
    </message>
    <message>
        <source>TopLevel check, TTBR0</source>
        <translation>TopLevel 检查，TTBR0</translation>
    </message>
    <message>
        <source>Whether stage 2 checks that a TTBR0_EL1 table is marked as a top-level one (FEAT_THE).</source>
        <translation>Stage 2 是否检查 TTBR0_EL1 的表被标记为顶级表（FEAT_THE）。</translation>
    </message>
    <message>
        <source>GCS AssuredOnly check</source>
        <translation>GCS AssuredOnly 检查</translation>
    </message>
    <message>
        <source>Whether Guarded Control Stack accesses need AssuredOnly (FEAT_THE, FEAT_GCS).</source>
        <translation>受保护控制栈（GCS）的访问是否需要 AssuredOnly（FEAT_THE、FEAT_GCS）。</translation>
    </message>
    <message>
        <source>Whether stage 2 uses the VMSAv9-128 format (FEAT_D128).</source>
        <translation>Stage 2 是否使用 VMSAv9-128 格式（FEAT_D128）。</translation>
    </message>
    <message>
        <source>Stage 2 permission overlay</source>
        <translation>Stage 2 权限叠加</translation>
    </message>
    <message>
        <source>Whether stage 2 permission overlays are on (FEAT_S2POE).</source>
        <translation>是否启用 stage 2 权限叠加（FEAT_S2POE）。</translation>
    </message>
    <message>
        <source>Stage 2 permission indirection</source>
        <translation>Stage 2 权限间接</translation>
    </message>
    <message>
        <source>Whether stage 2 permissions come from S2PIR_EL2 (FEAT_S2PIE).</source>
        <translation>Stage 2 权限是否来自 S2PIR_EL2（FEAT_S2PIE）。</translation>
    </message>
    <message>
        <source>TopLevel check, TTBR1</source>
        <translation>TopLevel 检查，TTBR1</translation>
    </message>
    <message>
        <source>Whether stage 2 checks that a TTBR1_EL1 table is marked as a top-level one (FEAT_THE).</source>
        <translation>Stage 2 是否检查 TTBR1_EL1 的表被标记为顶级表（FEAT_THE）。</translation>
    </message>
    <message>
        <source>AssuredOnly attribute</source>
        <translation>AssuredOnly 属性</translation>
    </message>
    <message>
        <source>Whether bit 58 of stage 2 descriptors is AssuredOnly (FEAT_THE).</source>
        <translation>Stage 2 描述符的位 58 是否为 AssuredOnly（FEAT_THE）。</translation>
    </message>
    <message>
        <source>Starting level, high bit</source>
        <translation>起始级别的高位</translation>
    </message>
    <message>
        <source>With DS = 1 and the 4 KiB granule the high bit of the starting level; else RES0.</source>
        <translation>DS = 1 且粒度为 4 KiB 时是起始级别的高位；否则为 RES0。</translation>
    </message>
    <message>
        <source>Non-secure output</source>
        <translation>非安全输出</translation>
    </message>
    <message>
        <source>The output space of the Non-secure IPA space of Secure EL1 and EL0 (FEAT_SEL2).</source>
        <translation>安全 EL1 和 EL0 的非安全 IPA 空间的输出空间（FEAT_SEL2）。</translation>
    </message>
    <message>
        <source>Non-secure walk</source>
        <translation>非安全遍历</translation>
    </message>
    <message>
        <source>The address space of the tables of the Non-secure IPA space of Secure EL1 and EL0 (FEAT_SEL2).</source>
        <translation>安全 EL1 和 EL0 的非安全 IPA 空间所用转换表所在的地址空间（FEAT_SEL2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 62</source>
        <translation>位 62 的硬件用途</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 62 of stage 2 block and page descriptors (FEAT_HPDS2).</source>
        <translation>硬件是否可以使用 stage 2 块描述符和页描述符的位 62（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 61</source>
        <translation>位 61 的硬件用途</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 61 of stage 2 block and page descriptors (FEAT_HPDS2).</source>
        <translation>硬件是否可以使用 stage 2 块描述符和页描述符的位 61（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 60</source>
        <translation>位 60 的硬件用途</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 60 of stage 2 block and page descriptors (FEAT_HPDS2).</source>
        <translation>硬件是否可以使用 stage 2 块描述符和页描述符的位 60（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>Hardware use of bit 59</source>
        <translation>位 59 的硬件用途</translation>
    </message>
    <message>
        <source>Whether hardware may use bit 59 of stage 2 block and page descriptors (FEAT_HPDS2).</source>
        <translation>硬件是否可以使用 stage 2 块描述符和页描述符的位 59（FEAT_HPDS2）。</translation>
    </message>
    <message>
        <source>VMID size</source>
        <translation>VMID 大小</translation>
    </message>
    <message>
        <source>The width of VTTBR_EL2.VMID.</source>
        <translation>VTTBR_EL2.VMID 的宽度。</translation>
    </message>
    <message>
        <source>Physical address size</source>
        <translation>物理地址大小</translation>
    </message>
    <message>
        <source>The size of the output address of stage 2; a larger one is an Address size fault.</source>
        <translation>Stage 2 输出地址的大小；超出则产生 Address size fault。</translation>
    </message>
    <message>
        <source>Granule size</source>
        <translation>粒度大小</translation>
    </message>
    <message>
        <source>The granule of the stage 2 tables.</source>
        <translation>Stage 2 转换表的粒度。</translation>
    </message>
    <message>
        <source>Shareability of walks</source>
        <translation>遍历的可共享性</translation>
    </message>
    <message>
        <source>The shareability of stage 2 table walks, and with DS of its pages.</source>
        <translation>Stage 2 转换表遍历的可共享性；DS 置位时也是其页的可共享性。</translation>
    </message>
    <message>
        <source>Outer cacheability of walks</source>
        <translation>遍历的外部可缓存性</translation>
    </message>
    <message>
        <source>The outer cacheability of stage 2 table walks.</source>
        <translation>Stage 2 转换表遍历的外部可缓存性。</translation>
    </message>
    <message>
        <source>Inner cacheability of walks</source>
        <translation>遍历的内部可缓存性</translation>
    </message>
    <message>
        <source>The inner cacheability of stage 2 table walks.</source>
        <translation>Stage 2 转换表遍历的内部可缓存性。</translation>
    </message>
    <message>
        <source>Starting level</source>
        <translation>起始级别</translation>
    </message>
    <message>
        <source>The level at which stage 2 walks begin; it has to fit T0SZ, or each access is a Translation fault at level 0.</source>
        <translation>Stage 2 遍历开始的级别；必须与 T0SZ 相符，否则每次访问都产生级别 0 的 Translation fault。</translation>
    </message>
    <message>
        <source>Size offset</source>
        <translation>大小偏移</translation>
    </message>
    <message>
        <source>The guest has 2 to the power of (64 - T0SZ) bytes of IPA space.</source>
        <translation>客户机拥有 2 的 (64 - T0SZ) 次方字节的 IPA 空间。</translation>
    </message>
    <message>
        <source>Entries may differ from those of other PEs</source>
        <translation>表项可与其他 PE 的不同</translation>
    </message>
    <message>
        <source>The tables are the same on all PEs of the Inner Shareable domain</source>
        <translation>内部可共享域内所有 PE 的转换表相同</translation>
    </message>
    <message>
        <source>Virtual machine identifier</source>
        <translation>虚拟机标识符</translation>
    </message>
    <message>
        <source>Which VM the TLB entries belong to; bits 63:56 are RES0 with an 8-bit VMID.</source>
        <translation>TLB 表项所属的虚拟机；使用 8 位 VMID 时位 63:56 为 RES0。</translation>
    </message>
    <message>
        <source>Table base address</source>
        <translation>表基址</translation>
    </message>
    <message>
        <source>Where the first table of stage 2 lies. With 52-bit addresses bits 5:2 hold address bits 51:48.</source>
        <translation>Stage 2 第一张表所在的位置。使用 52 位地址时，位 5:2 存放地址的位 51:48。</translation>
    </message>
    <message>
        <source>Common not Private</source>
        <translation>公共而非私有</translation>
    </message>
    <message>
        <source>Whether TLB entries may be shared with other PEs (FEAT_TTCNP).</source>
        <translation>TLB 表项是否可与其他 PE 共享（FEAT_TTCNP）。</translation>
    </message>
    <message>
        <source>Virtualization Translation Control Register</source>
        <translation>虚拟化转换控制寄存器</translation>
    </message>
    <message>
        <source>Virtualization Translation Table Base Register</source>
        <translation>虚拟化转换表基址寄存器</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>One byte of the identification</source>
        <translation>标识的一个字节</translation>
    </message>
    <message>
        <source>Peripheral identification 0</source>
        <translation>外设标识 0</translation>
    </message>
    <message>
        <source>Peripheral identification 1</source>
        <translation>外设标识 1</translation>
    </message>
    <message>
        <source>Peripheral identification 2</source>
        <translation>外设标识 2</translation>
    </message>
    <message>
        <source>Peripheral identification 3</source>
        <translation>外设标识 3</translation>
    </message>
    <message>
        <source>PrimeCell identification 0</source>
        <translation>PrimeCell 标识 0</translation>
    </message>
    <message>
        <source>PrimeCell identification 1</source>
        <translation>PrimeCell 标识 1</translation>
    </message>
    <message>
        <source>PrimeCell identification 2</source>
        <translation>PrimeCell 标识 2</translation>
    </message>
    <message>
        <source>PrimeCell identification 3</source>
        <translation>PrimeCell 标识 3</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>无错误</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Odd parity</source>
        <translation>奇校验</translation>
    </message>
    <message>
        <source>Even parity</source>
        <translation>偶校验</translation>
    </message>
    <message>
        <source>One stop bit</source>
        <translation>1 个停止位</translation>
    </message>
    <message>
        <source>Two stop bits</source>
        <translation>2 个停止位</translation>
    </message>
    <message>
        <source>Off: one character deep</source>
        <translation>关闭：深度为 1 个字符</translation>
    </message>
    <message>
        <source>On: 16 characters deep</source>
        <translation>开启：深度为 16 个字符</translation>
    </message>
    <message>
        <source>5 bits</source>
        <translation>5 位</translation>
    </message>
    <message>
        <source>6 bits</source>
        <translation>6 位</translation>
    </message>
    <message>
        <source>7 bits</source>
        <translation>7 位</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>1/8 full</source>
        <translation>1/8 满</translation>
    </message>
    <message>
        <source>1/4 full</source>
        <translation>1/4 满</translation>
    </message>
    <message>
        <source>1/2 full</source>
        <translation>1/2 满</translation>
    </message>
    <message>
        <source>3/4 full</source>
        <translation>3/4 满</translation>
    </message>
    <message>
        <source>7/8 full</source>
        <translation>7/8 满</translation>
    </message>
    <message>
        <source>Overrun error: a character came while the receive FIFO was full</source>
        <translation>溢出错误：接收 FIFO 已满时又收到字符</translation>
    </message>
    <message>
        <source>Break error: the line was held low for longer than a character</source>
        <translation>Break 错误：线路保持低电平的时间超过一个字符</translation>
    </message>
    <message>
        <source>Parity error</source>
        <translation>奇偶校验错误</translation>
    </message>
    <message>
        <source>Framing error: no valid stop bit</source>
        <translation>帧错误：没有有效的停止位</translation>
    </message>
    <message>
        <source>Character received, or to be transmitted</source>
        <translation>已接收或待发送的字符</translation>
    </message>
    <message>
        <source>Overrun error, until cleared by a write</source>
        <translation>溢出错误，直到被写操作清除</translation>
    </message>
    <message>
        <source>Break error of the character read last</source>
        <translation>最近读取的字符的 Break 错误</translation>
    </message>
    <message>
        <source>Parity error of the character read last</source>
        <translation>最近读取的字符的奇偶校验错误</translation>
    </message>
    <message>
        <source>Framing error of the character read last</source>
        <translation>最近读取的字符的帧错误</translation>
    </message>
    <message>
        <source>Ring indicator</source>
        <translation>振铃指示</translation>
    </message>
    <message>
        <source>Transmit FIFO empty</source>
        <translation>发送 FIFO 空</translation>
    </message>
    <message>
        <source>Receive FIFO full</source>
        <translation>接收 FIFO 满</translation>
    </message>
    <message>
        <source>Transmit FIFO full</source>
        <translation>发送 FIFO 满</translation>
    </message>
    <message>
        <source>Receive FIFO empty</source>
        <translation>接收 FIFO 空</translation>
    </message>
    <message>
        <source>Transmitting, or characters are waiting</source>
        <translation>正在发送，或有字符待发送</translation>
    </message>
    <message>
        <source>Data carrier detect</source>
        <translation>数据载波检测</translation>
    </message>
    <message>
        <source>Data set ready</source>
        <translation>数据设备就绪</translation>
    </message>
    <message>
        <source>Clear to send</source>
        <translation>清除发送</translation>
    </message>
    <message>
        <source>Divisor of the IrDA low-power clock</source>
        <translation>IrDA 低功耗时钟的分频值</translation>
    </message>
    <message>
        <source>Integer part of the baud rate divisor</source>
        <translation>波特率分频值的整数部分</translation>
    </message>
    <message>
        <source>Fraction of the baud rate divisor, in 1/64</source>
        <translation>波特率分频值的小数部分，单位为 1/64</translation>
    </message>
    <message>
        <source>Stick parity</source>
        <translation>固定校验</translation>
    </message>
    <message>
        <source>Word length</source>
        <translation>字长</translation>
    </message>
    <message>
        <source>FIFOs</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>Stop bits</source>
        <translation>停止位</translation>
    </message>
    <message>
        <source>Kind of parity</source>
        <translation>校验类型</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>奇偶校验</translation>
    </message>
    <message>
        <source>Send break</source>
        <translation>发送 Break</translation>
    </message>
    <message>
        <source>CTS hardware flow control</source>
        <translation>CTS 硬件流控</translation>
    </message>
    <message>
        <source>RTS hardware flow control</source>
        <translation>RTS 硬件流控</translation>
    </message>
    <message>
        <source>Modem output Out2 (as DTE: ring indicator)</source>
        <translation>调制解调器输出 Out2（作为 DTE 时：振铃指示）</translation>
    </message>
    <message>
        <source>Modem output Out1 (as DTE: data carrier detect)</source>
        <translation>调制解调器输出 Out1（作为 DTE 时：数据载波检测）</translation>
    </message>
    <message>
        <source>Request to send</source>
        <translation>请求发送</translation>
    </message>
    <message>
        <source>Data transmit ready</source>
        <translation>数据发送就绪</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收器</translation>
    </message>
    <message>
        <source>Transmitter</source>
        <translation>发送器</translation>
    </message>
    <message>
        <source>Loopback: what is transmitted is received</source>
        <translation>环回：发送的内容会被接收</translation>
    </message>
    <message>
        <source>IrDA low-power mode</source>
        <translation>IrDA 低功耗模式</translation>
    </message>
    <message>
        <source>IrDA encoder and decoder</source>
        <translation>IrDA 编解码器</translation>
    </message>
    <message>
        <source>UART</source>
        <translation>UART</translation>
    </message>
    <message>
        <source>The receive interrupt rises when the FIFO becomes this full</source>
        <translation>FIFO 填充到此程度时触发接收中断</translation>
    </message>
    <message>
        <source>The transmit interrupt rises when the FIFO falls to this</source>
        <translation>FIFO 降到此程度时触发发送中断</translation>
    </message>
    <message>
        <source>Overrun error interrupt</source>
        <translation>溢出错误中断</translation>
    </message>
    <message>
        <source>Break error interrupt</source>
        <translation>Break 错误中断</translation>
    </message>
    <message>
        <source>Parity error interrupt</source>
        <translation>奇偶校验错误中断</translation>
    </message>
    <message>
        <source>Framing error interrupt</source>
        <translation>帧错误中断</translation>
    </message>
    <message>
        <source>Receive timeout interrupt</source>
        <translation>接收超时中断</translation>
    </message>
    <message>
        <source>Transmit interrupt</source>
        <translation>发送中断</translation>
    </message>
    <message>
        <source>Receive interrupt</source>
        <translation>接收中断</translation>
    </message>
    <message>
        <source>DSR modem interrupt</source>
        <translation>DSR 调制解调器中断</translation>
    </message>
    <message>
        <source>DCD modem interrupt</source>
        <translation>DCD 调制解调器中断</translation>
    </message>
    <message>
        <source>CTS modem interrupt</source>
        <translation>CTS 调制解调器中断</translation>
    </message>
    <message>
        <source>RI modem interrupt</source>
        <translation>RI 调制解调器中断</translation>
    </message>
    <message>
        <source>Receive DMA stops on an error</source>
        <translation>出错时停止接收 DMA</translation>
    </message>
    <message>
        <source>Transmit DMA</source>
        <translation>发送 DMA</translation>
    </message>
    <message>
        <source>Receive DMA</source>
        <translation>接收 DMA</translation>
    </message>
    <message>
        <source>Data register</source>
        <translation>数据寄存器</translation>
    </message>
    <message>
        <source>Receive status, error clear</source>
        <translation>接收状态、错误清除</translation>
    </message>
    <message>
        <source>Flag register</source>
        <translation>标志寄存器</translation>
    </message>
    <message>
        <source>IrDA low-power counter</source>
        <translation>IrDA 低功耗计数器</translation>
    </message>
    <message>
        <source>Integer baud rate</source>
        <translation>整数波特率</translation>
    </message>
    <message>
        <source>Fractional baud rate</source>
        <translation>小数波特率</translation>
    </message>
    <message>
        <source>Line control</source>
        <translation>线路控制</translation>
    </message>
    <message>
        <source>Interrupt FIFO level select</source>
        <translation>中断 FIFO 水位选择</translation>
    </message>
    <message>
        <source>Interrupt mask set or clear</source>
        <translation>中断屏蔽置位或清除</translation>
    </message>
    <message>
        <source>Raw interrupt status</source>
        <translation>原始中断状态</translation>
    </message>
    <message>
        <source>Masked interrupt status</source>
        <translation>屏蔽后的中断状态</translation>
    </message>
    <message>
        <source>Interrupt clear</source>
        <translation>中断清除</translation>
    </message>
    <message>
        <source>DMA control</source>
        <translation>DMA 控制</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>RTC start</source>
        <translation>RTC 启动</translation>
    </message>
    <message>
        <source>Match interrupt mask</source>
        <translation>匹配中断屏蔽</translation>
    </message>
    <message>
        <source>Match interrupt, before the mask</source>
        <translation>匹配中断，屏蔽前</translation>
    </message>
    <message>
        <source>Match interrupt, after the mask</source>
        <translation>匹配中断，屏蔽后</translation>
    </message>
    <message>
        <source>Match interrupt clear</source>
        <translation>匹配中断清除</translation>
    </message>
    <message>
        <source>Match register</source>
        <translation>匹配寄存器</translation>
    </message>
    <message>
        <source>Load register</source>
        <translation>加载寄存器</translation>
    </message>
    <message>
        <source>An interruption is pending, so %5 does not look at the syndrome</source>
        <translation>有一个中断事件待处理，因此 %5 不查看综合征</translation>
    </message>
    <message>
        <source>EC is %1, which %5 has no handler for</source>
        <translation>EC 为 %1，%5 没有对应的处理程序</translation>
    </message>
    <message>
        <source>CM is 1: this is cache maintenance or an address translation, so %5 steps over it</source>
        <translation>CM 为 1：这是缓存维护或地址转换，因此 %5 跳过它</translation>
    </message>
    <message>
        <source>WnR is 1 and the address is RAM, which %5 watches for writes</source>
        <translation>WnR 为 1 且该地址是 RAM，%5 在监视对它的写入</translation>
    </message>
    <message>
        <source>WnR is 1 and the address is read-only memory</source>
        <translation>WnR 为 1 且该地址是只读内存</translation>
    </message>
    <message>
        <source>S1PTW is 1: stage 2 refused a stage-1 table, which %5 does not expect</source>
        <translation>S1PTW 为 1：stage 2 拒绝了对 stage 1 转换表的访问，%5 未预料到这种情况</translation>
    </message>
    <message>
        <source>ISV is 1, so the syndrome describes the access: bytes: %3 (SAS), register: %4 (SRT)</source>
        <translation>ISV 为 1，因此综合征描述了该访问：字节数：%3（SAS），寄存器：%4（SRT）</translation>
    </message>
    <message>
        <source>EC is %1, which is no Data Abort, so the instruction is decoded</source>
        <translation>EC 为 %1，不是 Data Abort，因此对指令进行解码</translation>
    </message>
    <message>
        <source>ISV is 1, but there is no guest physical address, so the instruction is decoded</source>
        <translation>ISV 为 1，但没有客户机物理地址，因此对指令进行解码</translation>
    </message>
    <message>
        <source>ISV is 0, so the instruction that came with the intercept is decoded</source>
        <translation>ISV 为 0，因此对随拦截一起送来的指令进行解码</translation>
    </message>
    <message>
        <source>ISV is 0, so the instruction is fetched at %2</source>
        <translation>ISV 为 0，因此从 %2 取指</translation>
    </message>
    <message>
        <source>the hypervisor&apos;s own access to it failed, as the steps before show</source>
        <translation>虚拟机监控程序自身对它的访问失败，如前面的步骤所示</translation>
    </message>
    <message>
        <source>Faultscope does not model this instruction class yet (%1); %2 carries it out</source>
        <translation>Faultscope 尚未对此指令类别（%1）建模；由 %2 执行</translation>
    </message>
    <message>
        <source>Faultscope does not model this instruction class yet (%1)</source>
        <translation>Faultscope 尚未对此指令类别（%1）建模</translation>
    </message>
    <message>
        <source>An interruption is pending, which %1 takes for an error of the run</source>
        <translation>有一个中断事件待处理，%1 将其视为运行出错</translation>
    </message>
    <message>
        <source>%1 prints an error and enters the guest again at the same PC, which traps again: it goes on so for ever</source>
        <translation>%1 打印一条错误信息，并在同一 PC 再次进入客户机，客户机再次陷入：如此无限循环</translation>
    </message>
    <message>
        <source>%1 steps over cache maintenance</source>
        <translation>%1 跳过缓存维护</translation>
    </message>
    <message>
        <source>The page is RAM: %1 notes it as written, opens it and lets the CPU run the instruction again</source>
        <translation>该页是 RAM：%1 将其记为已写入，开放该页，并让 CPU 重新执行该指令</translation>
    </message>
    <message>
        <source>%1 asserts that memory a guest writes to is not read-only, so the program dies</source>
        <translation>%1 断言客户机写入的内存不是只读的，因此程序终止</translation>
    </message>
    <message>
        <source>%1 asserts that S1PTW is 0, so the program dies</source>
        <translation>%1 断言 S1PTW 为 0，因此程序终止</translation>
    </message>
    <message>
        <source>The access that the syndrome describes failed, so the instruction is decoded</source>
        <translation>综合征所描述的访问失败，因此对指令进行解码</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>unknown instruction</source>
        <translation>未知指令</translation>
    </message>
    <message>
        <source>load-acquire and store-release</source>
        <translation>加载-获取与存储-释放</translation>
    </message>
    <message>
        <source>atomic memory operations</source>
        <translation>原子内存操作</translation>
    </message>
    <message>
        <source>loads with pointer authentication</source>
        <translation>带指针认证的加载</translation>
    </message>
    <message>
        <source>load and store exclusive</source>
        <translation>独占加载与存储</translation>
    </message>
    <message>
        <source>compare and swap pair</source>
        <translation>成对比较并交换</translation>
    </message>
    <message>
        <source>load and store exclusive pair</source>
        <translation>成对独占加载与存储</translation>
    </message>
    <message>
        <source>compare and swap</source>
        <translation>比较并交换</translation>
    </message>
    <message>
        <source>SIMD multiple structures</source>
        <translation>SIMD 多结构</translation>
    </message>
    <message>
        <source>SIMD multiple structures, post-indexed</source>
        <translation>SIMD 多结构，后变址</translation>
    </message>
    <message>
        <source>SIMD single structure</source>
        <translation>SIMD 单结构</translation>
    </message>
    <message>
        <source>SIMD single structure, post-indexed</source>
        <translation>SIMD 单结构，后变址</translation>
    </message>
    <message>
        <source>memory tags</source>
        <translation>内存标签</translation>
    </message>
    <message>
        <source>memory copy and set</source>
        <translation>内存复制与设置</translation>
    </message>
    <message>
        <source>reserved encodings</source>
        <translation>保留编码</translation>
    </message>
    <message>
        <source>SME</source>
        <translation>SME</translation>
    </message>
    <message>
        <source>SVE</source>
        <translation>SVE</translation>
    </message>
    <message>
        <source>data processing, immediate</source>
        <translation>数据处理，立即数</translation>
    </message>
    <message>
        <source>branches, exceptions and system</source>
        <translation>分支、异常与系统</translation>
    </message>
    <message>
        <source>data processing, register</source>
        <translation>数据处理，寄存器</translation>
    </message>
    <message>
        <source>floating point and SIMD</source>
        <translation>浮点与 SIMD</translation>
    </message>
    <message>
        <source>The intercept brings %1 instruction bytes, where an A64 instruction has 4, so the guest gets an Instruction Abort</source>
        <translation>该拦截带来 %1 个指令字节，而一条 A64 指令有 4 个字节，因此客户机收到 Instruction Abort</translation>
    </message>
    <message>
        <source>OpenVMM&apos;s decoder does not handle this class (%1), so the guest gets an Instruction Abort at its PC</source>
        <translation>OpenVMM 的解码器不处理此类别（%1），因此客户机在其 PC 处收到 Instruction Abort</translation>
    </message>
    <message>
        <source>%1 does not translate, and the guest gets the exception that the host supplies</source>
        <translation>%1 无法转换，客户机收到由主机提供的异常</translation>
    </message>
    <message>
        <source>%1 does not translate, and the host supplies no exception for the guest, so OpenVMM stops this virtual machine</source>
        <translation>%1 无法转换，而主机没有为客户机提供异常，因此 OpenVMM 停止此虚拟机</translation>
    </message>
    <message>
        <source>A higher trust level denies the access at %1, so the guest gets an Instruction Abort, whatever the access was</source>
        <translation>更高的信任级别拒绝 %1 处的访问，因此无论是何种访问，客户机都收到 Instruction Abort</translation>
    </message>
    <message>
        <source>A higher trust level denies the access at %1 by a rule that allows execution, which OpenVMM asserts against: it panics</source>
        <translation>更高的信任级别按一条允许执行的规则拒绝 %1 处的访问，而 OpenVMM 断言不会出现这种情况：它会 panic</translation>
    </message>
    <message>
        <source>The access at %1 begins in RAM and leaves it, so it fails and OpenVMM stops this virtual machine</source>
        <translation>%1 处的访问始于 RAM 并越出其边界，因此失败，OpenVMM 停止此虚拟机</translation>
    </message>
    <message>
        <source>Nothing answers at %1</source>
        <translation>%1 处没有任何响应</translation>
    </message>
    <message>
        <source>load literal</source>
        <translation>字面量加载</translation>
    </message>
    <message>
        <source>LDAR, STLR, LDLAR and STLLR</source>
        <translation>LDAR、STLR、LDLAR 和 STLLR</translation>
    </message>
    <message>
        <source>LDAPR</source>
        <translation>LDAPR</translation>
    </message>
    <message>
        <source>LDAPUR and STLUR</source>
        <translation>LDAPUR 和 STLUR</translation>
    </message>
    <message>
        <source>cache maintenance</source>
        <translation>缓存维护</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>store pair with allocation tag</source>
        <translation>带分配标签的成对存储</translation>
    </message>
    <message>
        <source>register offsets with a reserved option</source>
        <translation>option 为保留值的寄存器偏移</translation>
    </message>
    <message>
        <source>memory copy and set, and ordered forms</source>
        <translation>内存复制与设置，以及有序形式</translation>
    </message>
    <message>
        <source>unallocated loads and stores</source>
        <translation>未分配的加载与存储</translation>
    </message>
    <message>
        <source>no load or store</source>
        <translation>不是加载或存储</translation>
    </message>
    <message>
        <source>%1 does not translate in the guest&apos;s own tables, so the guest gets a synchronous External abort</source>
        <translation>%1 在客户机自己的转换表中无法转换，因此客户机收到 synchronous External abort</translation>
    </message>
    <message>
        <source>Nothing answers at %1, so the guest gets a synchronous External abort</source>
        <translation>%1 处没有任何响应，因此客户机收到 synchronous External abort</translation>
    </message>
    <message>
        <source>The instruction has %1 bytes</source>
        <translation>该指令有 %1 个字节</translation>
    </message>
    <message>
        <source>QEMU&apos;s library has no row for this class (%1), so the guest gets a synchronous External abort</source>
        <translation>QEMU 的库中没有对应此类别（%1）的条目，因此客户机收到 synchronous External abort</translation>
    </message>
    <message>
        <source>The instruction %1 at %2 came with the intercept, so it is not fetched</source>
        <translation>位于 %2 的指令 %1 已随拦截一起送来，因此不再取指</translation>
    </message>
    <message>
        <source>The instruction at %2 is %1</source>
        <translation>位于 %2 的指令是 %1</translation>
    </message>
    <message>
        <source>The instruction at %1 cannot be fetched: %2</source>
        <translation>无法取得位于 %1 的指令：%2</translation>
    </message>
    <message>
        <source>The instruction is %1: a prefetch, which makes no access</source>
        <translation>指令是 %1：预取，不进行访问</translation>
    </message>
    <message>
        <source>The instruction is %1: two loads of %2 bytes each (%3)</source>
        <translation>指令是 %1：两次加载，每次 %2 字节（%3）</translation>
    </message>
    <message>
        <source>The instruction is %1: a load, bytes: %2 (%3)</source>
        <translation>指令是 %1：加载，字节数：%2（%3）</translation>
    </message>
    <message>
        <source>The instruction is %1: two stores of %2 bytes each (%3)</source>
        <translation>指令是 %1：两次存储，每次 %2 字节（%3）</translation>
    </message>
    <message>
        <source>The instruction is %1: a store, bytes: %2 (%3)</source>
        <translation>指令是 %1：存储，字节数：%2（%3）</translation>
    </message>
    <message>
        <source>The instruction %1 is not decoded: %2</source>
        <translation>未对指令 %1 解码：%2</translation>
    </message>
    <message>
        <source>The cached translation is of this page and this kind of access (%2), so %1 is IPA %3</source>
        <translation>缓存的转换正是针对此页和此类访问（%2）的，因此 %1 即 IPA %3</translation>
    </message>
    <message>
        <source>The translation cache is empty, so %1 must be translated</source>
        <translation>转换缓存为空，因此必须转换 %1</translation>
    </message>
    <message>
        <source>The cached translation is of page %2, so %1 must be translated</source>
        <translation>缓存的转换针对页 %2，因此必须转换 %1</translation>
    </message>
    <message>
        <source>The cached translation is of another kind of access (%3, and this is: %2), so %1 must be translated</source>
        <translation>缓存的转换针对另一类访问（%3，而此次是：%2），因此必须转换 %1</translation>
    </message>
    <message>
        <source>The translation cache now holds page %1 at IPA %2 for this kind of access: %3</source>
        <translation>转换缓存现在保存页 %1 → IPA %2 的转换，针对的访问类型：%3</translation>
    </message>
    <message>
        <source>Stage %1, level %2: bit 0 of descriptor %3 is 0: it is invalid, so this is a Translation fault</source>
        <translation>Stage %1，级别 %2：描述符 %3 的位 0 为 0：无效，因此这是 Translation fault</translation>
    </message>
    <message>
        <source>Stage %1, level %2, for the stage-1 table: bit 0 of descriptor %3 is 0: it is invalid, so this is a Translation fault</source>
        <translation>Stage %1，级别 %2，针对 stage 1 转换表：描述符 %3 的位 0 为 0：无效，因此这是 Translation fault</translation>
    </message>
    <message>
        <source>Stage %1, level %2: descriptor %3 is a table, so the walk goes on at %4</source>
        <translation>Stage %1，级别 %2：描述符 %3 是表描述符，因此遍历在 %4 处继续</translation>
    </message>
    <message>
        <source>Stage %1, level %2, for the stage-1 table: descriptor %3 is a table, so the walk goes on at %4</source>
        <translation>Stage %1，级别 %2，针对 stage 1 转换表：描述符 %3 是表描述符，因此遍历在 %4 处继续</translation>
    </message>
    <message>
        <source>Stage %1, level %2: descriptor %3 is a block, which begins at %4</source>
        <translation>Stage %1，级别 %2：描述符 %3 是块描述符，块始于 %4</translation>
    </message>
    <message>
        <source>Stage %1, level %2, for the stage-1 table: descriptor %3 is a block, which begins at %4</source>
        <translation>Stage %1，级别 %2，针对 stage 1 转换表：描述符 %3 是块描述符，块始于 %4</translation>
    </message>
    <message>
        <source>Stage %1, level %2: descriptor %3 is a page, which begins at %4</source>
        <translation>Stage %1，级别 %2：描述符 %3 是页描述符，页始于 %4</translation>
    </message>
    <message>
        <source>Stage %1, level %2, for the stage-1 table: descriptor %3 is a page, which begins at %4</source>
        <translation>Stage %1，级别 %2，针对 stage 1 转换表：描述符 %3 是页描述符，页始于 %4</translation>
    </message>
    <message>
        <source>Stage %1, level %2, for the stage-1 table: descriptor %3 is reserved at this level, so this is a Translation fault</source>
        <translation>Stage %1，级别 %2，针对 stage 1 转换表：描述符 %3 在此级别为保留，因此这是 Translation fault</translation>
    </message>
    <message>
        <source>Stage 1 allows the %1, so VA %2 is IPA %3</source>
        <translation>Stage 1 允许此次%1，因此 VA %2 即 IPA %3</translation>
    </message>
    <message>
        <source>Stage 2 has no valid descriptor at level %2 for the stage-1 table at IPA %4, so the %3 is a Translation fault with S1PTW set</source>
        <translation>对于位于 IPA %4 的 stage 1 转换表，stage 2 在级别 %2 没有有效的描述符，因此此次%3产生 Translation fault，且 S1PTW 置位</translation>
    </message>
    <message>
        <source>Stage %1 has no valid descriptor at level %2 for %4, so the %3 is a Translation fault</source>
        <translation>Stage %1 在级别 %2 没有 %4 的有效描述符，因此此次%3产生 Translation fault</translation>
    </message>
    <message>
        <source>Stage %1: the Access flag (AF) of the level %2 descriptor for %4 is 0, so the %3 is an Access flag fault</source>
        <translation>Stage %1：%4 的级别 %2 描述符的访问标志（AF）为 0，因此此次%3产生 Access flag fault</translation>
    </message>
    <message>
        <source>Stage %1: the permission bits of the level %2 descriptor for %4 do not allow the %3, so this is a Permission fault</source>
        <translation>Stage %1：%4 的级别 %2 描述符的权限位不允许此次%3，因此这是 Permission fault</translation>
    </message>
    <message>
        <source>Stage %1, level %2: an address is wider than the configured size for %4, so the %3 is an Address size fault</source>
        <translation>Stage %1，级别 %2：%4 的某个地址超出所配置的大小，因此此次%3产生 Address size fault</translation>
    </message>
    <message>
        <source>%4 is not aligned as the %3 needs, so this is an Alignment fault</source>
        <translation>%4 未按此次%3的要求对齐，因此这是 Alignment fault</translation>
    </message>
    <message>
        <source>Stage %1, level %2: nothing answers at the address of the descriptor for %4, so the %3 is a synchronous External abort</source>
        <translation>Stage %1，级别 %2：%4 的描述符所在地址没有任何响应，因此此次%3产生 synchronous External abort</translation>
    </message>
    <message>
        <source>Stage %1, level %2 refuses the %3 at %4</source>
        <translation>Stage %1，级别 %2 拒绝在 %4 处的此次%3</translation>
    </message>
    <message>
        <source>This is why the CPU trapped. %1</source>
        <translation>这就是 CPU 陷入的原因。%1</translation>
    </message>
    <message>
        <source>IPA %1 lies in %2, which is RAM, so the %3 goes to memory</source>
        <translation>IPA %1 位于 %2，它是 RAM，因此此次%3送往内存</translation>
    </message>
    <message>
        <source>IPA %1 lies in %2, which is read-only memory, so the %3 goes to memory</source>
        <translation>IPA %1 位于 %2，它是只读内存，因此此次%3送往内存</translation>
    </message>
    <message>
        <source>IPA %1 lies in %2, which is a device, so the %3 goes to it</source>
        <translation>IPA %1 位于 %2，它是设备，因此此次%3送往该设备</translation>
    </message>
    <message>
        <source>IPA %1 lies in no slot: there is no memory for the %3</source>
        <translation>IPA %1 不在任何内存槽中：没有可供此次%3的内存</translation>
    </message>
    <message>
        <source>IPA %1 lies in %2, which is protected memory</source>
        <translation>IPA %1 位于 %2，它是受保护内存</translation>
    </message>
    <message>
        <source>Memory at IPA %1 is read, bytes: %2, value: %3</source>
        <translation>读取 IPA %1 处的内存，字节数：%2，值：%3</translation>
    </message>
    <message>
        <source>Memory at IPA %1 is written, bytes: %2, value: %3</source>
        <translation>写入 IPA %1 处的内存，字节数：%2，值：%3</translation>
    </message>
    <message>
        <source>No device answers at IPA %1, so the write of %2 is lost</source>
        <translation>IPA %1 处没有设备响应，因此写入的 %2 丢失</translation>
    </message>
    <message>
        <source>No device answers at IPA %1, so the read gives %2</source>
        <translation>IPA %1 处没有设备响应，因此读取得到 %2</translation>
    </message>
    <message>
        <source>%1 has no register at offset %2: the write of %3 goes to the device as it is</source>
        <translation>%1 在偏移 %2 处没有寄存器：将 %3 原样写入该设备</translation>
    </message>
    <message>
        <source>%1 has no register at offset %2: the read gives %3</source>
        <translation>%1 在偏移 %2 处没有寄存器：读取得到 %3</translation>
    </message>
    <message>
        <source>%1: %2 is written with %3</source>
        <translation>%1：向 %2 写入 %3</translation>
    </message>
    <message>
        <source>%1: %2 is read, and gives %3</source>
        <translation>%1：读取 %2，得到 %3</translation>
    </message>
    <message>
        <source>%1 gets the value loaded, %2</source>
        <translation>%1 得到加载的值 %2</translation>
    </message>
    <message>
        <source>The base register %1 is written back and becomes %2</source>
        <translation>基址寄存器 %1 被写回，变为 %2</translation>
    </message>
    <message>
        <source>The exception sets %1 to %2</source>
        <translation>异常将 %1 设为 %2</translation>
    </message>
    <message>
        <source>PC moves on by %2 to %1</source>
        <translation>PC 前移 %2，变为 %1</translation>
    </message>
    <message>
        <source>PC becomes %1</source>
        <translation>PC 变为 %1</translation>
    </message>
    <message>
        <source>The guest gets an exception with ESR_EL1 %1 and FAR_EL1 %2: %3</source>
        <translation>客户机收到异常，ESR_EL1 为 %1，FAR_EL1 为 %2：%3</translation>
    </message>
    <message>
        <source>An exception with syndrome %1 and fault address %2 is left pending for the guest: %3</source>
        <translation>为客户机留下一个待处理的异常，综合征为 %1，出错地址为 %2：%3</translation>
    </message>
    <message>
        <source>User space is asked: %1</source>
        <translation>请求用户空间：%1</translation>
    </message>
    <message>
        <source>This virtual machine stops: %1</source>
        <translation>此虚拟机停止：%1</translation>
    </message>
    <message>
        <source>Stage 1 belongs to the guest, so the CPU takes the fault to EL1 by itself</source>
        <translation>Stage 1 属于客户机，因此 CPU 自行将该错误送入 EL1</translation>
    </message>
    <message>
        <source>PC is not a multiple of 4, so the CPU takes a PC alignment fault</source>
        <translation>PC 不是 4 的倍数，因此 CPU 产生 PC Alignment fault</translation>
    </message>
    <message>
        <source>Nothing answers at the physical address of the instruction</source>
        <translation>该指令的物理地址处没有任何响应</translation>
    </message>
    <message>
        <source>The base is SP, which is not a multiple of 16, so the CPU takes an SP alignment fault</source>
        <translation>基址是 SP，且不是 16 的倍数，因此 CPU 产生 SP Alignment fault</translation>
    </message>
    <message>
        <source>The address is not a multiple of the access size, so the CPU takes an Alignment fault</source>
        <translation>地址不是访问大小的倍数，因此 CPU 产生 Alignment fault</translation>
    </message>
    <message>
        <source>Device memory takes aligned accesses only, so the CPU takes an Alignment fault</source>
        <translation>设备内存只接受对齐访问，因此 CPU 产生 Alignment fault</translation>
    </message>
    <message>
        <source>Nothing answers at the physical address, so the CPU takes a synchronous External abort</source>
        <translation>该物理地址处没有任何响应，因此 CPU 产生 synchronous External abort</translation>
    </message>
    <message>
        <source>The word is no instruction, so the CPU takes an Undefined exception</source>
        <translation>该字不是指令，因此 CPU 产生未定义指令异常</translation>
    </message>
    <message>
        <source>IPA %1 lies in %2, which the guest may only read, so nothing is written there</source>
        <translation>IPA %1 位于 %2，客户机对其只能读取，因此不会写入任何内容</translation>
    </message>
    <message>
        <source>IPA %1 lies in %2, which belongs to a higher trust level, so the access is denied</source>
        <translation>IPA %1 位于 %2，它属于更高的信任级别，因此访问被拒绝</translation>
    </message>
    <message>
        <source>The CPU does not carry the instruction out: it traps</source>
        <translation>CPU 不执行该指令：它陷入</translation>
    </message>
    <message>
        <source>The CPU takes the exception to EL1 by itself</source>
        <translation>CPU 自行将该异常送入 EL1</translation>
    </message>
    <message>
        <source>HCR_EL2.NV is 1: nested virtualization is not modelled.</source>
        <translation>HCR_EL2.NV 为 1：未对嵌套虚拟化建模。</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>recorded vectors</source>
        <translation>已记录的向量</translation>
    </message>
    <message>
        <source>A64 instruction</source>
        <translation>A64 指令</translation>
    </message>
    <message>
        <source>A piece of the encoding of the instruction.</source>
        <translation>指令编码中的一段。</translation>
    </message>
    <message>
        <source>Prefetches</source>
        <translation>预取</translation>
    </message>
    <message>
        <source>ISV is 0 here because a prefetch transfers no register.</source>
        <translation>ISV 为 0，因为预取不传送任何寄存器。</translation>
    </message>
    <message>
        <source>Loads and stores of SIMD and floating-point registers</source>
        <translation>SIMD 与浮点寄存器的加载和存储</translation>
    </message>
    <message>
        <source>ISV is 0 here because this form transfers a SIMD and floating-point register.</source>
        <translation>ISV 为 0，因为这种形式传送的是 SIMD 与浮点寄存器。</translation>
    </message>
    <message>
        <source>Pairs of registers</source>
        <translation>寄存器对</translation>
    </message>
    <message>
        <source>ISV is 0 here because this form transfers two registers.</source>
        <translation>ISV 为 0，因为这种形式传送两个寄存器。</translation>
    </message>
    <message>
        <source>Pre-indexed and post-indexed forms</source>
        <translation>前变址和后变址形式</translation>
    </message>
    <message>
        <source>ISV is 0 here because this form writes its base register back.</source>
        <translation>ISV 为 0，因为这种形式会写回基址寄存器。</translation>
    </message>
    <message>
        <source>Acquire and release forms of one register</source>
        <translation>单个寄存器的获取和释放形式</translation>
    </message>
    <message>
        <source>ISV is 1 here: one general-purpose register, acquire or release, no write-back.</source>
        <translation>ISV 为 1：一个通用寄存器，带获取或释放语义，没有写回。</translation>
    </message>
    <message>
        <source>Loads and stores of one general-purpose register</source>
        <translation>单个通用寄存器的加载和存储</translation>
    </message>
    <message>
        <source>ISV is 1 here: one general-purpose register, no write-back.</source>
        <translation>ISV 为 1：一个通用寄存器，没有写回。</translation>
    </message>
    <message>
        <source>ISV is 1 here: the 64-byte loads and stores of FEAT_LS64 describe themselves by LST.</source>
        <translation>ISV 为 1：FEAT_LS64 的 64 字节加载和存储由 LST 自行描述。</translation>
    </message>
    <message>
        <source>ISV is 0 here because a compare and swap both reads and writes memory.</source>
        <translation>ISV 为 0，因为比较并交换既读又写内存。</translation>
    </message>
    <message>
        <source>Exclusive pairs</source>
        <translation>独占寄存器对</translation>
    </message>
    <message>
        <source>ISV is 0 here because Load-Exclusive and Store-Exclusive are left out of the syndrome.</source>
        <translation>ISV 为 0，因为综合征不包含 Load-Exclusive 和 Store-Exclusive。</translation>
    </message>
    <message>
        <source>Exclusives</source>
        <translation>独占访问</translation>
    </message>
    <message>
        <source>Advanced SIMD structures</source>
        <translation>Advanced SIMD 结构</translation>
    </message>
    <message>
        <source>ISV is 0 here because this form transfers SIMD and floating-point registers.</source>
        <translation>ISV 为 0，因为这种形式传送多个 SIMD 与浮点寄存器。</translation>
    </message>
    <message>
        <source>Memory tags</source>
        <translation>内存标签</translation>
    </message>
    <message>
        <source>ISV is 0 here because this form accesses Allocation Tags.</source>
        <translation>ISV 为 0，因为这种形式访问 Allocation Tag。</translation>
    </message>
    <message>
        <source>Store Allocation Tag and pair of registers</source>
        <translation>存储 Allocation Tag 和寄存器对</translation>
    </message>
    <message>
        <source>ISV is 0 here because the access is one to a Guarded Control Stack.</source>
        <translation>ISV 为 0，因为该访问针对 Guarded Control Stack。</translation>
    </message>
    <message>
        <source>ISV is 0 here because a memory copy or set transfers no register.</source>
        <translation>ISV 为 0，因为内存复制或填充不传送任何寄存器。</translation>
    </message>
    <message>
        <source>Ordered pairs (LDIAPP, STILP)</source>
        <translation>有序寄存器对（LDIAPP、STILP）</translation>
    </message>
    <message>
        <source>Ordered SIMD and floating-point registers</source>
        <translation>有序的 SIMD 与浮点寄存器</translation>
    </message>
    <message>
        <source>Read-check-write and 128-bit atomics</source>
        <translation>读-检查-写以及 128 位原子操作</translation>
    </message>
    <message>
        <source>ISV is 0 here because an atomic both reads and writes memory.</source>
        <translation>ISV 为 0，因为原子操作既读又写内存。</translation>
    </message>
    <message>
        <source>Loads with pointer authentication</source>
        <translation>带指针认证的加载</translation>
    </message>
    <message>
        <source>ISV is 0 here because the address is authenticated first (LDRAA, LDRAB).</source>
        <translation>ISV 为 0，因为地址要先经过认证（LDRAA、LDRAB）。</translation>
    </message>
    <message>
        <source>Atomics</source>
        <translation>原子操作</translation>
    </message>
    <message>
        <source>ISV is 0 here because this form transfers SVE registers.</source>
        <translation>ISV 为 0，因为这种形式传送 SVE 寄存器。</translation>
    </message>
    <message>
        <source>ISV is 0 here because this form transfers the SME array.</source>
        <translation>ISV 为 0，因为这种形式传送 SME 阵列。</translation>
    </message>
    <message>
        <source>Cache maintenance and address translation</source>
        <translation>缓存维护和地址转换</translation>
    </message>
    <message>
        <source>ISV is 0 here because DC, IC and AT transfer no data; the syndrome has CM = 1 (but for DC ZVA).</source>
        <translation>ISV 为 0，因为 DC、IC 和 AT 不传送数据；综合征中 CM = 1（DC ZVA 除外）。</translation>
    </message>
    <message>
        <source>Intermediate physical address</source>
        <translation>中间物理地址</translation>
    </message>
    <message>
        <source>The address in the guest&apos;s physical address space.</source>
        <translation>客户机物理地址空间中的地址。</translation>
    </message>
    <message>
        <source>Program counter</source>
        <translation>程序计数器</translation>
    </message>
    <message>
        <source>The address of the instruction, or of the one to return to.</source>
        <translation>该指令的地址，或要返回到的指令的地址。</translation>
    </message>
    <message>
        <source>The physical address of the first translation table.</source>
        <translation>第一张转换表的物理地址。</translation>
    </message>
    <message>
        <source>Why the exception was taken.</source>
        <translation>异常发生的原因。</translation>
    </message>
    <message>
        <source>A piece of the encoding of the System register.</source>
        <translation>System 寄存器编码中的一段。</translation>
    </message>
    <message>
        <source>Encoding of a System register</source>
        <translation>System 寄存器的编码</translation>
    </message>
    <message>
        <source>read of %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>write of %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>T0SZ %1 does not fit the granule and the starting level: each access of the guest is a Translation fault at level 0.</source>
        <translation>T0SZ %1 与粒度和起始级别不匹配：客户机的每次访问都是级别 0 的 Translation fault。</translation>
    </message>
    <message>
        <source>The load is to the zero register, so %1 makes no access at all</source>
        <translation>加载的目标是零寄存器，因此 %1 根本不进行访问</translation>
    </message>
    <message>
        <source>%1 takes this instruction for a no-operation and steps over it</source>
        <translation>%1 将此指令视为空操作并跳过它</translation>
    </message>
    <message>
        <source>Stage %1, level %2: descriptor %3 is reserved at this level, so this is a translation fault</source>
        <translation>Stage %1，级别 %2：描述符 %3 在此级别为保留，因此这是 Translation fault</translation>
    </message>
    <message>
        <source>Stage 2: the level %2 descriptor for the stage-1 table at IPA %4 does not let the walk use it, so the %3 is a Permission fault with S1PTW set</source>
        <translation>Stage 2：IPA %4 处 stage 1 转换表的级别 %2 描述符不允许遍历使用它，因此%3成为置位 S1PTW 的 Permission fault</translation>
    </message>
    <message>
        <source>Stage %1: S2AP of the level %2 descriptor for %4 does not allow the %3, so this is a Permission fault</source>
        <translation>Stage %1：%4 的级别 %2 描述符的 S2AP 不允许此次%3，因此这是 Permission fault</translation>
    </message>
    <message>
        <source>Stage %1: XN of the level %2 descriptor for %4 does not allow the %3, so this is a Permission fault</source>
        <translation>Stage %1：%4 的级别 %2 描述符的 XN 不允许此次%3，因此这是 Permission fault</translation>
    </message>
    <message>
        <source>TLB</source>
        <translation>TLB</translation>
    </message>
    <message>
        <source>TLB entries</source>
        <translation>TLB 条目</translation>
    </message>
    <message>
        <source>The TLB has no entry for VA %1 (%2), so the CPU walks the tables</source>
        <translation>TLB 中没有 VA %1（%2）的条目，因此 CPU 遍历转换表</translation>
    </message>
    <message>
        <source>The TLB has an entry for IPAs %3 to %4 of VMID %6, so the CPU reads no descriptor for the %2 at %1</source>
        <translation>TLB 中有 VMID %6 的 IPA %3 至 %4 的条目，因此 CPU 在 %1 处进行%2时不读取描述符</translation>
    </message>
    <message>
        <source>The TLB has a global entry for VAs %3 to %4 of VMID %6, so the CPU reads no descriptor for the %2 at %1</source>
        <translation>TLB 中有 VMID %6 的 VA %3 至 %4 的全局条目，因此 CPU 在 %1 处进行%2时不读取描述符</translation>
    </message>
    <message>
        <source>The TLB has an entry for VAs %3 to %4 of ASID %5 and VMID %6, so the CPU reads no descriptor for the %2 at %1</source>
        <translation>TLB 中有 ASID %5、VMID %6 的 VA %3 至 %4 的条目，因此 CPU 在 %1 处进行%2时不读取描述符</translation>
    </message>
    <message>
        <source>All ways of TLB set %1 are taken, so the entry for %2 in way %3 makes room</source>
        <translation>TLB 组 %1 的所有路都已占用，因此路 %3 中 %2 的条目让出位置</translation>
    </message>
    <message>
        <source>The TLB keeps in set %1, way %2 that %3 to %4 is PA %5</source>
        <translation>TLB 在组 %1、路 %2 中记住 %3 至 %4 是 PA %5</translation>
    </message>
    <message>
        <source>TLBI %1 removes entries from the TLB: %2. %3</source>
        <translation>TLBI %1 从 TLB 中移除条目：%2。%3</translation>
    </message>
    <message>
        <source>The instruction is %1. %2</source>
        <translation>该指令是 %1。%2</translation>
    </message>
    <message>
        <source>It does nothing</source>
        <translation>它什么也不做</translation>
    </message>
    <message>
        <source>It waits for what came before it; this CPU does one thing after the other, so nothing is left to wait for</source>
        <translation>它等待此前的操作；此 CPU 逐一执行，因此没有可等待的</translation>
    </message>
    <message>
        <source>The exception level is too low for this instruction, so the CPU takes an Undefined exception</source>
        <translation>异常级别对该指令过低，因此 CPU 产生 Undefined 异常</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>compare exchange</source>
        <translation>比较交换</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>subrange</source>
        <translation>子范围</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>protected by a higher trust level</source>
        <translation>受更高信任级别保护</translation>
    </message>
    <message>
        <source>not private</source>
        <translation>非私有</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>非共享</translation>
    </message>
    <message>
        <source>invalid page number</source>
        <translation>无效的页号</translation>
    </message>
    <message>
        <source>misaligned</source>
        <translation>未对齐</translation>
    </message>
    <message>
        <source>guest memory &apos;%1&apos;: %2 error: failed to access memory: %3</source>
        <translation>客户机内存“%1”：%2错误：无法访问内存：%3</translation>
    </message>
    <message>
        <source>guest memory &apos;%1&apos;: %2 error: failed to access memory at %3: %4</source>
        <translation>客户机内存“%1”：%2错误：无法访问 %3 处的内存：%4</translation>
    </message>
    <message>
        <source>guest memory &apos;%1&apos;: %2 error: failed to access %3-%4: %5</source>
        <translation>客户机内存“%1”：%2错误：无法访问 %3-%4：%5</translation>
    </message>
    <message>
        <source>guest memory &apos;%1&apos;: %2 error: failed to access %3-%4 at %5: %6</source>
        <translation>客户机内存“%1”：%2错误：无法在 %5 处访问 %3-%4：%6</translation>
    </message>
    <message>
        <source>no memory at address</source>
        <translation>该地址没有内存</translation>
    </message>
    <message>
        <source>invalid guest page number %1</source>
        <translation>无效的客户机页号 %1</translation>
    </message>
    <message>
        <source>memory not lockable</source>
        <translation>内存不可锁定</translation>
    </message>
    <message>
        <source>no fallback for this operation</source>
        <translation>此操作没有后备方式</translation>
    </message>
    <message>
        <source>the specified page is not mapped</source>
        <translation>指定的页未映射</translation>
    </message>
    <message>
        <source>page inaccessible in bitmap</source>
        <translation>位图中该页不可访问</translation>
    </message>
    <message>
        <source>the host could not reach what backs the page, such as a file that became shorter</source>
        <translation>主机无法到达该页的后备存储，例如文件变短</translation>
    </message>
    <message>
        <source>the memory is read-only</source>
        <translation>内存为只读</translation>
    </message>
    <message>
        <source>the page fault handler asked %1 times to retry the same address</source>
        <translation>缺页处理程序对同一地址要求重试 %1 次</translation>
    </message>
    <message>
        <source>the address is not a multiple of %1</source>
        <translation>地址不是 %1 的倍数</translation>
    </message>
    <message>
        <source>the range has not the length of the data, %1 bytes</source>
        <translation>范围的长度与数据不符，数据为 %1 字节</translation>
    </message>
    <message>
        <source>memory access error: %1</source>
        <translation>内存访问错误：%1</translation>
    </message>
    <message>
        <source>write attempted to read-only memory: %1</source>
        <translation>试图写入只读内存：%1</translation>
    </message>
    <message>
        <source>out of range: %1 &lt; %2</source>
        <translation>超出范围：%1 &lt; %2</translation>
    </message>
    <message>
        <source>the access at %1 is out of bounds</source>
        <translation>%1 处的访问越界</translation>
    </message>
    <message>
        <source>nothing writable is mapped at %1</source>
        <translation>%1 处没有映射可写内容</translation>
    </message>
    <message>
        <source>nothing is mapped at %1</source>
        <translation>%1 处没有映射任何内容</translation>
    </message>
    <message>
        <source>the host refused the access at %1: %2</source>
        <translation>主机拒绝了 %1 处的访问：%2</translation>
    </message>
    <message>
        <source>failed to write host memory at %1: %2</source>
        <translation>无法写入 %1 处的主机内存：%2</translation>
    </message>
    <message>
        <source>failed to read host memory at %1: %2</source>
        <translation>无法读取 %1 处的主机内存：%2</translation>
    </message>
    <message>
        <source>Registers that do not fit together</source>
        <translation>互不相配的寄存器</translation>
    </message>
    <message>
        <source>Table that cannot be read</source>
        <translation>无法读取的表</translation>
    </message>
    <message>
        <source>Table in Device memory</source>
        <translation>位于 Device 内存中的表</translation>
    </message>
    <message>
        <source>Table that refers to itself</source>
        <translation>指向自身的表</translation>
    </message>
    <message>
        <source>Table with very many references</source>
        <translation>被引用过多的表</translation>
    </message>
    <message>
        <source>Output over the output address size</source>
        <translation>输出超出输出地址大小</translation>
    </message>
    <message>
        <source>Reserved descriptor encoding</source>
        <translation>保留的描述符编码</translation>
    </message>
    <message>
        <source>RES0 bits that are set</source>
        <translation>置位的 RES0 位</translation>
    </message>
    <message>
        <source>Misprogrammed Contiguous bit</source>
        <translation>设置有误的 Contiguous 位</translation>
    </message>
    <message>
        <source>Writable and executable</source>
        <translation>可写且可执行</translation>
    </message>
    <message>
        <source>Mismatched attributes</source>
        <translation>属性不一致</translation>
    </message>
    <message>
        <source>Writable here and executable there</source>
        <translation>此处可写而彼处可执行</translation>
    </message>
    <message>
        <source>Normal memory where there is none</source>
        <translation>没有内存之处的 Normal 内存</translation>
    </message>
    <message>
        <source>Size changed without break-before-make</source>
        <translation>未经 break-before-make 更改大小</translation>
    </message>
    <message>
        <source>Output changed without break-before-make</source>
        <translation>未经 break-before-make 更改输出</translation>
    </message>
    <message>
        <source>Memory type changed without break-before-make</source>
        <translation>未经 break-before-make 更改内存类型</translation>
    </message>
    <message>
        <source>Shareability changed while valid</source>
        <translation>有效时更改了可共享性</translation>
    </message>
    <message>
        <source>Made global without break-before-make</source>
        <translation>未经 break-before-make 变为全局</translation>
    </message>
    <message>
        <source>Sizes changed</source>
        <translation>大小已更改</translation>
    </message>
    <message>
        <source>HCR_EL2.TGE is 1: EL0 belongs to the host, which is not modelled.</source>
        <translation>HCR_EL2.TGE 为 1：EL0 属于主机，未建模。</translation>
    </message>
    <message>
        <source>HCR_EL2.DCT is 1: memory with Allocation Tags is not modelled.</source>
        <translation>HCR_EL2.DCT 为 1：带分配标签的内存未建模。</translation>
    </message>
    <message>
        <source>GPCCR_EL3.GPC is 1: granule protection checks are not modelled.</source>
        <translation>GPCCR_EL3.GPC 为 1：粒度保护检查未建模。</translation>
    </message>
    <message>
        <source>TCR_EL1.MTX0 is 1: tags without address bits are not modelled.</source>
        <translation>TCR_EL1.MTX0 为 1：不含地址位的标签未建模。</translation>
    </message>
    <message>
        <source>TCR_EL1.MTX1 is 1: tags without address bits are not modelled.</source>
        <translation>TCR_EL1.MTX1 为 1：不含地址位的标签未建模。</translation>
    </message>
    <message>
        <source>TCR2_EL1.PnCH is 1: the Protected attribute is not modelled.</source>
        <translation>TCR2_EL1.PnCH 为 1：Protected 属性未建模。</translation>
    </message>
    <message>
        <source>TCR2_EL1.PIE is 1: stage 1 permission indirection is not modelled.</source>
        <translation>TCR2_EL1.PIE 为 1：stage 1 权限间接未建模。</translation>
    </message>
    <message>
        <source>TCR2_EL1.E0POE is 1: permission overlays of EL0 are not modelled.</source>
        <translation>TCR2_EL1.E0POE 为 1：EL0 的权限叠加未建模。</translation>
    </message>
    <message>
        <source>TCR2_EL1.POE is 1: stage 1 permission overlays are not modelled.</source>
        <translation>TCR2_EL1.POE 为 1：stage 1 权限叠加未建模。</translation>
    </message>
    <message>
        <source>TCR2_EL1.AIE is 1: the extended attribute index is not modelled.</source>
        <translation>TCR2_EL1.AIE 为 1：扩展属性索引未建模。</translation>
    </message>
    <message>
        <source>TCR2_EL1.D128 is 1: 128-bit descriptors are not modelled.</source>
        <translation>TCR2_EL1.D128 为 1：128 位描述符未建模。</translation>
    </message>
    <message>
        <source>TCR2_EL1.HAFT is 1: the Access flag of table descriptors is not modelled.</source>
        <translation>TCR2_EL1.HAFT 为 1：表描述符的访问标志未建模。</translation>
    </message>
    <message>
        <source>TCR2_EL1.A2 is 1: two address space identifiers are not modelled.</source>
        <translation>TCR2_EL1.A2 为 1：两个地址空间标识符未建模。</translation>
    </message>
    <message>
        <source>VTCR_EL2.AssuredOnly is 1: the AssuredOnly attribute is not modelled.</source>
        <translation>VTCR_EL2.AssuredOnly 为 1：AssuredOnly 属性未建模。</translation>
    </message>
    <message>
        <source>VTCR_EL2.TL1 is 1: the TopLevel checks are not modelled.</source>
        <translation>VTCR_EL2.TL1 为 1：TopLevel 检查未建模。</translation>
    </message>
    <message>
        <source>VTCR_EL2.S2PIE is 1: stage 2 permission indirection is not modelled.</source>
        <translation>VTCR_EL2.S2PIE 为 1：stage 2 权限间接未建模。</translation>
    </message>
    <message>
        <source>VTCR_EL2.S2POE is 1: stage 2 permission overlays are not modelled.</source>
        <translation>VTCR_EL2.S2POE 为 1：stage 2 权限叠加未建模。</translation>
    </message>
    <message>
        <source>VTCR_EL2.D128 is 1: 128-bit descriptors are not modelled.</source>
        <translation>VTCR_EL2.D128 为 1：128 位描述符未建模。</translation>
    </message>
    <message>
        <source>VTCR_EL2.TL0 is 1: the TopLevel checks are not modelled.</source>
        <translation>VTCR_EL2.TL0 为 1：TopLevel 检查未建模。</translation>
    </message>
    <message>
        <source>VTCR_EL2.HAFT is 1: the Access flag of table descriptors is not modelled.</source>
        <translation>VTCR_EL2.HAFT 为 1：表描述符的访问标志未建模。</translation>
    </message>
    <message>
        <source>VTCR_EL2.HDBSS is 1: the dirty state tracking structure is not modelled.</source>
        <translation>VTCR_EL2.HDBSS 为 1：脏状态跟踪结构未建模。</translation>
    </message>
    <message>
        <source>The descriptor names a table of its own path, at %1: table entries are mapped as if they were pages.</source>
        <translation>该描述符指向自身路径上 %1 处的表：表项被当作页来映射。</translation>
    </message>
    <message>
        <source>Some systems map their tables so on purpose. Nobody else should be able to write there.</source>
        <translation>有些系统有意这样映射其表。其他人不应能写入那里。</translation>
    </message>
    <message>
        <source>The table at %1 is named by so many descriptors that the ranges from here on were left out.</source>
        <translation>%1 处的表被过多描述符引用，因此从这里起的范围被省略。</translation>
    </message>
    <message>
        <source>There is no memory at %1, where the table should be: an External abort on the walk.</source>
        <translation>表应在的 %1 处没有内存：遍历中的 External abort。</translation>
    </message>
    <message>
        <source>Stage 2 faults for the address of the table at IPA %1.</source>
        <translation>Stage 2 对 IPA %1 处的表的地址产生错误。</translation>
    </message>
    <message>
        <source>%1 does not fit %2 bits: an Address size fault.</source>
        <translation>%1 超出 %2 位：Address size fault。</translation>
    </message>
    <message>
        <source>%1 may write what it may execute.</source>
        <translation>%1 可以写入自己可执行的内容。</translation>
    </message>
    <message>
        <source>Map code read-only, or set SCTLR_EL1.WXN.</source>
        <translation>以只读映射代码，或设置 SCTLR_EL1.WXN。</translation>
    </message>
    <message>
        <source>Normal memory is mapped to IPA %1, where stage 2 maps no memory.</source>
        <translation>Normal 内存被映射到 IPA %1，而 stage 2 在那里没有映射内存。</translation>
    </message>
    <message>
        <source>Normal memory is mapped to %1, where no memory is.</source>
        <translation>Normal 内存被映射到 %1，而那里没有内存。</translation>
    </message>
    <message>
        <source>An access traps or aborts; speculative ones may as well. Map devices with a Device type.</source>
        <translation>访问会陷入或中止；推测性访问也可能如此。请以 Device 类型映射设备。</translation>
    </message>
    <message>
        <source>%1 is mapped here as %2, and from %3 on through %4 as %5.</source>
        <translation>%1 在此处映射为 %2，而从 %3 起经 %4 映射为 %5。</translation>
    </message>
    <message>
        <source>Accesses through both lose coherency and order. Give all mappings of a place the same memory type, cacheability and shareability.</source>
        <translation>经两者的访问会失去一致性和顺序。请使同一位置的所有映射具有相同的内存类型、可缓存性和可共享性。</translation>
    </message>
    <message>
        <source>%1 is executable here, and writable from %2 on through %3.</source>
        <translation>%1 在此处可执行，而从 %2 起经 %3 可写。</translation>
    </message>
    <message>
        <source>%1 is writable here, and executable from %2 on through %3.</source>
        <translation>%1 在此处可写，而从 %2 起经 %3 可执行。</translation>
    </message>
    <message>
        <source>Write an invalid entry, DSB, invalidate the TLB, DSB, and only then write the new entry.</source>
        <translation>先写入无效表项，DSB，使 TLB 失效，DSB，然后才写入新表项。</translation>
    </message>
    <message>
        <source>A table became a block while it was valid.</source>
        <translation>一个表在有效时变成了块。</translation>
    </message>
    <message>
        <source>A block became a table while it was valid.</source>
        <translation>一个块在有效时变成了表。</translation>
    </message>
    <message>
        <source>Break before make, unless the CPU has FEAT_BBM level 2 (then a TLB conflict abort may still be taken).</source>
        <translation>先断后建（break-before-make），除非 CPU 具有 FEAT_BBM 级别 2（此时仍可能产生 TLB conflict abort）。</translation>
    </message>
    <message>
        <source>The output went from %1 to %2 while the entry was valid and writable.</source>
        <translation>表项有效且可写时，输出从 %1 变为 %2。</translation>
    </message>
    <message>
        <source>The output went from %1 to %2 while the entry was valid and read-only, which is right only if both hold the same bytes.</source>
        <translation>表项有效且只读时，输出从 %1 变为 %2，只有两者内容相同才是正确的。</translation>
    </message>
    <message>
        <source>The Contiguous bit changed while the entry was valid.</source>
        <translation>表项有效时 Contiguous 位发生了变化。</translation>
    </message>
    <message>
        <source>Break before make, unless the CPU has FEAT_BBM level 1 or 2.</source>
        <translation>先断后建（break-before-make），除非 CPU 具有 FEAT_BBM 级别 1 或 2。</translation>
    </message>
    <message>
        <source>The memory went from %1 to %2 while the entry was valid.</source>
        <translation>表项有效时，内存从 %1 变为 %2。</translation>
    </message>
    <message>
        <source>The entry became global while TLBs may hold it as one of an address space.</source>
        <translation>表项变为全局，而 TLB 可能仍把它当作某个地址空间的条目。</translation>
    </message>
    <message>
        <source>Granule, address size or start level changed, so the tables cannot be compared.</source>
        <translation>粒度、地址大小或起始级别已更改，因此无法比较这些表。</translation>
    </message>
    <message>
        <source>Invalidate the TLB before addresses go through the new tables.</source>
        <translation>在地址经过新表之前使 TLB 失效。</translation>
    </message>
    <message>
        <source>Stopped at %1 after %2 ranges.</source>
        <translation>在 %1 处停止，已列出 %2 个范围。</translation>
    </message>
    <message>
        <source>Cancelled at %1.</source>
        <translation>在 %1 处取消。</translation>
    </message>
    <message>
        <source>Stopped at %1 after %2 descriptors: the tables refer to each other so often that going through all would take too long.</source>
        <translation>在 %1 处停止，已读取 %2 个描述符：这些表互相引用过多，全部遍历耗时太长。</translation>
    </message>
    <message>
        <source>Stage 2 makes the table at IPA %1 Device memory.</source>
        <translation>Stage 2 使 IPA %1 处的表成为 Device 内存。</translation>
    </message>
    <message>
        <source>Map tables as Normal memory; with HCR_EL2.PTW set such a walk faults.</source>
        <translation>请将表映射为 Normal 内存；HCR_EL2.PTW 置位时此类遍历会产生错误。</translation>
    </message>
    <message>
        <source>Bits 1:0 are 0b01, which is no page: the walk ends with a Translation fault.</source>
        <translation>位 1:0 为 0b01，不是页：遍历以 Translation fault 结束。</translation>
    </message>
    <message>
        <source>Bits 1:0 say block, but level %1 of this granule has none: the walk ends with a Translation fault.</source>
        <translation>位 1:0 表示块，但此粒度的级别 %1 没有块：遍历以 Translation fault 结束。</translation>
    </message>
    <message>
        <source>Clear bit 0 of an entry that is meant to be invalid.</source>
        <translation>若表项本应无效，请清除位 0。</translation>
    </message>
    <message>
        <source>Bits that have to be 0 are set: %1.</source>
        <translation>必须为 0 的位被置位：%1。</translation>
    </message>
    <message>
        <source>Later versions of the architecture may give these bits a meaning.</source>
        <translation>架构的后续版本可能赋予这些位含义。</translation>
    </message>
    <message>
        <source>The Contiguous bit asks for a set of %1 entries, but the table has %2.</source>
        <translation>Contiguous 位要求一组 %1 个表项，但该表只有 %2 个。</translation>
    </message>
    <message>
        <source>Clear the bit.</source>
        <translation>请清除该位。</translation>
    </message>
    <message>
        <source>The %1 entries with the Contiguous bit start at output %2, which is not aligned to their size.</source>
        <translation>带 Contiguous 位的 %1 个表项的输出从 %2 开始，未按其大小对齐。</translation>
    </message>
    <message>
        <source>Not all of the %1 entries of the set have the Contiguous bit: that of %3 has not.</source>
        <translation>该组 %1 个表项并非都带 Contiguous 位：%3 的表项没有。</translation>
    </message>
    <message>
        <source>The outputs of the %1 entries with the Contiguous bit do not follow each other: that of %3 leads to %4.</source>
        <translation>带 Contiguous 位的 %1 个表项的输出不连续：%3 的表项指向 %4。</translation>
    </message>
    <message>
        <source>The %1 entries with the Contiguous bit have different attributes: those of %3 differ.</source>
        <translation>带 Contiguous 位的 %1 个表项属性不同：%3 的表项不同。</translation>
    </message>
    <message>
        <source>A TLB may hold the set as one entry, so accesses to it are CONSTRAINED UNPREDICTABLE. Write the whole set alike, or clear the bit in all of it.</source>
        <translation>TLB 可能把整组保存为一个条目，因此对它的访问是 CONSTRAINED UNPREDICTABLE。请一致地写入整组，或全部清除该位。</translation>
    </message>
    <message>
        <source>Each access through these tables faults at level 0.</source>
        <translation>经这些表的每次访问都在级别 0 产生错误。</translation>
    </message>
    <message>
        <source>The translation regimes of EL2 have no stage 2.</source>
        <translation>EL2 的转换机制没有 stage 2。</translation>
    </message>
    <message>
        <source>Stage 2 is off: HCR_EL2.VM is 0.</source>
        <translation>Stage 2 已关闭：HCR_EL2.VM 为 0。</translation>
    </message>
    <message>
        <source>T0SZ, SL0 and the granule in VTCR_EL2 do not go together.</source>
        <translation>VTCR_EL2 中的 T0SZ、SL0 与粒度不相配。</translation>
    </message>
    <message>
        <source>The address in VTTBR_EL2 does not fit the size in VTCR_EL2.PS.</source>
        <translation>VTTBR_EL2 中的地址超出 VTCR_EL2.PS 的大小。</translation>
    </message>
    <message>
        <source>The translation regime of EL2 has no TTBR1_EL2.</source>
        <translation>EL2 的转换机制没有 TTBR1_EL2。</translation>
    </message>
    <message>
        <source>Stage 1 is off: HCR_EL2.DC is 1.</source>
        <translation>Stage 1 已关闭：HCR_EL2.DC 为 1。</translation>
    </message>
    <message>
        <source>Stage 1 is off: %1.M is 0.</source>
        <translation>Stage 1 已关闭：%1.M 为 0。</translation>
    </message>
    <message>
        <source>Walks with %1 are disabled: %2.%3 is 1.</source>
        <translation>使用 %1 的遍历被禁用：%2.%3 为 1。</translation>
    </message>
    <message>
        <source>%1 and the granule in %2 do not go together.</source>
        <translation>%1 与 %2 中的粒度不相配。</translation>
    </message>
    <message>
        <source>The address in %1 does not fit the output size in %2.</source>
        <translation>%1 中的地址超出 %2 中的输出大小。</translation>
    </message>
    <message>
        <source>%1, Non-shareable</source>
        <translation>%1，Non-shareable</translation>
    </message>
    <message>
        <source>%1, Outer Shareable</source>
        <translation>%1，Outer Shareable</translation>
    </message>
    <message>
        <source>%1, Inner Shareable</source>
        <translation>%1，Inner Shareable</translation>
    </message>
    <message>
        <source>%1, reserved shareability</source>
        <translation>%1，保留的可共享性</translation>
    </message>
    <message>
        <source>It is for VAs %1 to %2 of ASID %3, and global ones, in VMID %4</source>
        <translation>作用于 VMID %4 中 ASID %3 的 VA %1 至 %2，以及全局条目</translation>
    </message>
    <message>
        <source>It is for VA %1 of ASID %3, and global ones, in VMID %4</source>
        <translation>作用于 VMID %4 中 ASID %3 的 VA %1，以及全局条目</translation>
    </message>
    <message>
        <source>It is for VAs %1 to %2 of each ASID in VMID %4</source>
        <translation>作用于 VMID %4 中所有 ASID 的 VA %1 至 %2</translation>
    </message>
    <message>
        <source>It is for VA %1 of each ASID in VMID %4</source>
        <translation>作用于 VMID %4 中所有 ASID 的 VA %1</translation>
    </message>
    <message>
        <source>It is for ASID %3 in VMID %4, and spares what is global</source>
        <translation>作用于 VMID %4 中的 ASID %3，保留全局条目</translation>
    </message>
    <message>
        <source>It is for all of stage 1 in VMID %4</source>
        <translation>作用于 VMID %4 的整个 stage 1</translation>
    </message>
    <message>
        <source>It is for both stages of VMID %4</source>
        <translation>作用于 VMID %4 的两个阶段</translation>
    </message>
    <message>
        <source>It is for EL1 and EL0 of each VMID</source>
        <translation>作用于每个 VMID 的 EL1 和 EL0</translation>
    </message>
    <message>
        <source>It is for IPAs %1 to %2 in VMID %4, where stage 2 alone is cached: entries of both stages stay</source>
        <translation>作用于 VMID %4 中的 IPA %1 至 %2，仅限单独缓存的 stage 2：两个阶段合并的条目保留</translation>
    </message>
    <message>
        <source>It is for IPA %1 in VMID %4, where stage 2 alone is cached: entries of both stages stay</source>
        <translation>作用于 VMID %4 中的 IPA %1，仅限单独缓存的 stage 2：两个阶段合并的条目保留</translation>
    </message>
    <message>
        <source>It is for what stage 2 lets VMID %4 write</source>
        <translation>作用于 stage 2 允许 VMID %4 写入的内容</translation>
    </message>
    <message>
        <source>It is for EL2, whose translations are not kept here</source>
        <translation>作用于 EL2，其转换不保存在这里</translation>
    </message>
    <message>
        <source>TTBR1_EL1 is %1, where the VMCOREINFO note says swapper_pg_dir is.</source>
        <translation>TTBR1_EL1 为 %1，即 VMCOREINFO 注记所说 swapper_pg_dir 的位置。</translation>
    </message>
    <message>
        <source>TCR_EL1 is %1: granule and T1SZ are from the VMCOREINFO note, the lower half is left out.</source>
        <translation>TCR_EL1 为 %1：粒度和 T1SZ 来自 VMCOREINFO 注记，低半部分省略。</translation>
    </message>
    <message>
        <source>%1. DBM is 1 and this is a write, so the CPU marks it as written to: it becomes %2</source>
        <translation>%1。DBM 为 1 且这是写入，因此 CPU 将其标记为已写入：变为 %2</translation>
    </message>
    <message>
        <source>%1. Its Access flag (AF) is 0, so the CPU sets it: it becomes %2</source>
        <translation>%1。其访问标志（AF）为 0，因此 CPU 将其置位：变为 %2</translation>
    </message>
    <message>
        <source>%1. Its Access flag (AF) is 0, DBM is 1 and this is a write, so the CPU sets the flag and marks it as written to: it becomes %2</source>
        <translation>%1。其访问标志（AF）为 0，DBM 为 1 且这是写入，因此 CPU 置位该标志并将其标记为已写入：变为 %2</translation>
    </message>
    <message>
        <source>VTCR_EL2.GCSH is 1: assured Guarded Control Stacks are not modelled.</source>
        <translation>VTCR_EL2.GCSH 为 1：受保证的 Guarded Control Stack 未建模。</translation>
    </message>
</context>
<context>
    <name>DecodeChoices</name>
    <message>
        <source>Translation table descriptor</source>
        <translation>转换表描述符</translation>
    </message>
    <message>
        <source>A64 instruction</source>
        <translation>A64 指令</translation>
    </message>
    <message>
        <source>VMX: exit reason</source>
        <translation>VMX：退出原因</translation>
    </message>
    <message>
        <source>VMX: exit qualification</source>
        <translation>VMX：退出限定信息</translation>
    </message>
    <message>
        <source>VMX: VM-exit interruption information</source>
        <translation>VMX：VM-exit 中断信息</translation>
    </message>
    <message>
        <source>VMX: IDT-vectoring information</source>
        <translation>VMX：IDT-vectoring 信息</translation>
    </message>
    <message>
        <source>VMX: VM-instruction error</source>
        <translation>VMX：VM 指令错误</translation>
    </message>
</context>
<context>
    <name>ItemCopy</name>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>复制为(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Intercepts</source>
        <translation>拦截</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>Syndrome</source>
        <translation>综合征</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Page tables</source>
        <translation>页表</translation>
    </message>
    <message>
        <source>Memory map</source>
        <translation>内存映射</translation>
    </message>
</context>
<context>
    <name>Position</name>
    <message>
        <source>%1/%2 · step %3/%4</source>
        <translation>%1/%2 · 第 %3/%4 步</translation>
    </message>
    <message>
        <source>HPFAR_EL2 is UNKNOWN here</source>
        <translation>此处 HPFAR_EL2 为 UNKNOWN</translation>
    </message>
</context>
<context>
    <name>Themes</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
</context>
<context>
    <name>fscope::gui::ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what an action does, %2 its keys</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>fscope::gui::EditActions</name>
    <message>
        <source>&amp;Undo %1</source>
        <extracomment>%1 is what would be undone, as &quot;typing at VA 0x…&quot;</extracomment>
        <translation>撤销%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做%1(&amp;R)</translation>
    </message>
</context>
<context>
    <name>fscope::gui::GoToDialog</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>&amp;Position, intercept or address:</source>
        <translation>位置、拦截或地址(&amp;P)：</translation>
    </message>
    <message>
        <source>12/4 is step 4 of intercept 12, 12 its start; 0x9000000, x1 + 8 or ipa:0x40000000 are addresses, which Memory shows.</source>
        <translation>12/4 表示拦截 12 的第 4 步，12 表示其开始；0x9000000、x1 + 8 或 ipa:0x40000000 是地址，在“内存”面板中显示。</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
</context>
<context>
    <name>fscope::gui::HelpWindow</name>
    <message>
        <source>Faultscope help</source>
        <translation>Faultscope 帮助</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>fscope::gui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;lesson</source>
        <translation>打开课程(&amp;L)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hypervisor</source>
        <translation>Hypervisor(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>主题(&amp;E)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Sample recording</source>
        <translation>示例记录(&amp;S)</translation>
    </message>
    <message>
        <source>Opens recorded stage-2 aborts that come with the program.</source>
        <translation>打开随程序提供的 stage 2 中止记录。</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清除此列表(&amp;C)</translation>
    </message>
    <message>
        <source>Forgets the files opened before; the files stay.</source>
        <translation>忘记以前打开过的文件；文件本身保留。</translation>
    </message>
    <message>
        <source>Changes the colours of the window.</source>
        <translation>更改窗口的颜色。</translation>
    </message>
    <message>
        <source>Answers the intercepts as %1 does.</source>
        <translation>按 %1 的方式应答拦截。</translation>
    </message>
    <message>
        <source>Changes the language of the window.</source>
        <translation>更改窗口的语言。</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>He&amp;lp</source>
        <translation>帮助(&amp;L)</translation>
    </message>
</context>
<context>
    <name>fscope::gui::MainToolBar</name>
    <message>
        <source>Main toolbar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>H&amp;ypervisor:</source>
        <translation>Hypervisor(&amp;Y)：</translation>
    </message>
    <message>
        <source>The hypervisor whose answers to intercepts are shown.</source>
        <translation>显示其对拦截的应答的虚拟机监控程序。</translation>
    </message>
    <message>
        <source>Hypervisor policy</source>
        <translation>虚拟机监控程序策略</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>fscope::gui::MainWindow</name>
    <message>
        <source>Type a position, an intercept or an address.</source>
        <translation>请输入位置、拦截或地址。</translation>
    </message>
    <message>
        <source>There is no intercept %1; they are numbered from 1 to %2.</source>
        <translation>没有拦截 %1；拦截编号从 1 到 %2。</translation>
    </message>
    <message>
        <source>%1 is no position here. A position is an intercept and a step, as 12/4.</source>
        <translation>%1 不是此处的位置。位置由拦截和步骤组成，例如 12/4。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Scenarios and recordings (*.json *.jsonl *.gz)</source>
        <translation>场景和记录 (*.json *.jsonl *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Type to find a lesson</source>
        <translation>键入以查找课程</translation>
    </message>
    <message>
        <source>Type to find an action, a panel or a lesson</source>
        <translation>键入以查找操作、面板或课程</translation>
    </message>
    <message>
        <source>About Faultscope</source>
        <translation>关于 Faultscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Faultscope %1&lt;/h3&gt;&lt;p&gt;A debugger and visualizer for the moment a guest traps into its hypervisor.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Made with Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Faultscope %1&lt;/h3&gt;&lt;p&gt;客户机陷入虚拟机监控程序那一刻的调试与可视化工具。&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU General Public License 第 3 版或更高版本。使用 Qt %2 构建。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Opened %1 (%2).</source>
        <translation>已打开 %1（%2）。</translation>
    </message>
    <message>
        <source>What was open stays open.</source>
        <translation>原先打开的内容保持打开。</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
</context>
<context>
    <name>fscope::gui::PanelHost</name>
    <message>
        <source>Move to &amp;left</source>
        <translation>移到左侧(&amp;L)</translation>
    </message>
    <message>
        <source>Move to &amp;right</source>
        <translation>移到右侧(&amp;R)</translation>
    </message>
    <message>
        <source>Move to &amp;top</source>
        <translation>移到顶部(&amp;T)</translation>
    </message>
    <message>
        <source>Move to &amp;bottom</source>
        <translation>移到底部(&amp;B)</translation>
    </message>
    <message>
        <source>Shows or closes the panel %1.</source>
        <translation>显示或关闭面板“%1”。</translation>
    </message>
    <message>
        <source>&amp;Dock</source>
        <translation>停靠(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Float</source>
        <translation>浮动(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>fscope::gui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>Step through the moment a guest traps into its hypervisor, and see why each thing happens.</source>
        <translation>逐步查看客户机陷入虚拟机监控程序的那一刻，了解每件事为什么发生。</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自己的文件</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Opens a scenario or a recording of aborts (Ctrl+O).</source>
        <translation>打开场景或中止记录（Ctrl+O）。</translation>
    </message>
    <message>
        <source>Open the &amp;sample recording</source>
        <translation>打开示例记录(&amp;S)</translation>
    </message>
    <message>
        <source>Opens recorded stage-2 aborts that come with the program.</source>
        <translation>打开随程序提供的 stage 2 中止记录。</translation>
    </message>
    <message>
        <source>or drop a scenario (.json) or a recording (.jsonl, .jsonl.gz) on the window.</source>
        <translation>或将场景（.json）或记录（.jsonl、.jsonl.gz）拖放到窗口上。</translation>
    </message>
    <message>
        <source>&amp;Decode a value…</source>
        <translation>解码一个值(&amp;D)…</translation>
    </message>
    <message>
        <source>Explains and edits any register bit by bit (Ctrl+E).</source>
        <translation>逐位解释和编辑任意寄存器（Ctrl+E）。</translation>
    </message>
    <message>
        <source>or paste a syndrome, a register or the lines of a log (Ctrl+V).</source>
        <translation>或粘贴综合征、寄存器或日志行（Ctrl+V）。</translation>
    </message>
</context>
<context>
    <name>fscope::gui::StatusLine</name>
    <message>
        <source>Nothing open</source>
        <translation>未打开任何内容</translation>
    </message>
    <message>
        <source>Intercept, micro-steps done, and what the last one changed</source>
        <translation>拦截、已完成的微步，以及最后一步所做的更改</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What is unknown</source>
        <translation>未知之处</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Gives up what is under way; what was open stays.</source>
        <translation>放弃正在进行的操作；原先打开的内容保留。</translation>
    </message>
    <message numerus="yes">
        <source>≠ bytes edited: %n · Revert</source>
        <extracomment>a button that gives all of them their own values again</extracomment>
        <translation>
            <numerusform>≠ 编辑过的字节：%n · 还原</numerusform>
        </translation>
    </message>
    <message>
        <source>Gives every edited byte of memory the value that the source has (Ctrl+Alt+Z).</source>
        <translation>使每个编辑过的内存字节恢复为来源中的值（Ctrl+Alt+Z）。</translation>
    </message>
</context>
<context>
    <name>fscope::gui::TranslationActions</name>
    <message>
        <source>Export the diagram</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图 (*.svg)</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>Export the walk</source>
        <translation>导出遍历</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export page tables</source>
        <translation>导出页表</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 已写入。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 无法写入。</translation>
    </message>
</context>
<context>
    <name>fscope::models::AccessReport</name>
    <message>
        <source>%1, as hardware updated a descriptor</source>
        <translation>%1，因硬件更新描述符</translation>
    </message>
    <message>
        <source>%1, on a stage 1 table walk</source>
        <translation>%1，发生在 stage 1 转换表遍历中</translation>
    </message>
    <message>
        <source>Stage %1: %2</source>
        <extracomment>stage 2, then the fault: &quot;Stage 2: Translation fault, level 3&quot;</extracomment>
        <translation>Stage %1：%2</translation>
    </message>
    <message>
        <source>PA %1 · %2</source>
        <translation>PA %1 · %2</translation>
    </message>
</context>
<context>
    <name>fscope::models::AddressExpression</name>
    <message>
        <source>An address is missing.</source>
        <translation>缺少地址。</translation>
    </message>
    <message>
        <source>A number or a register is missing in “%1”.</source>
        <translation>“%1”中缺少数字或寄存器。</translation>
    </message>
    <message>
        <source>“%1” is neither a number nor a register: %2</source>
        <translation>“%1”既不是数字也不是寄存器：%2</translation>
    </message>
</context>
<context>
    <name>fscope::models::AddressParts</name>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>zero</source>
        <comment>bits that are 0, as they have to be</comment>
        <translation>零</translation>
    </message>
    <message>
        <source>not zero</source>
        <comment>bits that have to be 0 and are not</comment>
        <translation>非零</translation>
    </message>
    <message>
        <source>L%1 [%2]</source>
        <extracomment>a level of tables, and which of its entries: &quot;L2 [72]&quot;</extracomment>
        <translation>L%1 [%2]</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>偏移 %1</translation>
    </message>
    <message>
        <source>Bits %1 are the tag %2, which TCR_EL1.TBI has ignored.</source>
        <translation>位 %1 是标签 %2，TCR_EL1.TBI 使其被忽略。</translation>
    </message>
    <message>
        <source>Bits %1 all have to repeat bit 55, which chooses the tables of %2_EL1.</source>
        <translation>位 %1 都必须与位 55 相同，该位选择 %2_EL1 的表。</translation>
    </message>
    <message>
        <source>Bits %1 are above the input range and have to be 0.</source>
        <translation>位 %1 在输入范围之上，必须为 0。</translation>
    </message>
    <message>
        <source>Bits %1 are %2: entry %2 of the table of level %3.</source>
        <translation>位 %1 是 %2：级别 %3 的表的第 %2 项。</translation>
    </message>
    <message>
        <source>Bits %1 would choose entry %2 of a table of level %3, which the walk did not reach.</source>
        <translation>位 %1 本会选择级别 %3 的表的第 %2 项，但遍历没有到达那里。</translation>
    </message>
    <message>
        <source>Bits %1 are the offset %2, which no table changes.</source>
        <translation>位 %1 是偏移 %2，任何表都不改变它。</translation>
    </message>
</context>
<context>
    <name>fscope::models::CacheModel</name>
    <message>
        <source>read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>fetch</source>
        <translation>取指</translation>
    </message>
    <message>
        <source>Stage 1: EL1 %1, EL0 %2.</source>
        <translation>Stage 1：EL1 %1，EL0 %2。</translation>
    </message>
    <message>
        <source>Stage 2: EL1 %1, EL0 %2.</source>
        <translation>Stage 2：EL1 %1，EL0 %2。</translation>
    </message>
    <message>
        <source>set %1, way %2</source>
        <translation>组 %1，路 %2</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Instruction fetches and data accesses have entries of their own.</source>
        <translation>取指和数据访问各有自己的条目。</translation>
    </message>
    <message>
        <source>Stage 1 is off: this is an IPA.</source>
        <translation>Stage 1 已关闭：这是 IPA。</translation>
    </message>
    <message>
        <source>IPA %1, PA %2</source>
        <translation>IPA %1，PA %2</translation>
    </message>
    <message>
        <source>global</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>For each address space: nG is 0, or stage 1 is off.</source>
        <translation>适用于每个地址空间：nG 为 0，或 stage 1 已关闭。</translation>
    </message>
    <message>
        <source>Look-ups and fills since it was last used.</source>
        <translation>自上次使用以来的查找和填充次数。</translation>
    </message>
    <message>
        <source>%1: %2 to PA %3, VMID %4, %5</source>
        <translation>%1：%2 到 PA %3，VMID %4，%5</translation>
    </message>
    <message>
        <source>The last look-up hit it.</source>
        <translation>上一次查找命中了它。</translation>
    </message>
    <message>
        <source>The last step put it there.</source>
        <translation>上一步把它放入。</translation>
    </message>
    <message>
        <source>A random entry makes room.</source>
        <translation>随机一个条目让位。</translation>
    </message>
    <message>
        <source>The least recently used entry makes room.</source>
        <translation>最久未用的条目让位。</translation>
    </message>
    <message>
        <source>TLB of the CPU</source>
        <translation>CPU 的 TLB</translation>
    </message>
    <message>
        <source>entries: %1 of %2</source>
        <translation>条目：%1/%2</translation>
    </message>
    <message>
        <source>Sets: %1, ways: %2.</source>
        <translation>组：%1，路：%2。</translation>
    </message>
    <message>
        <source>One-entry cache</source>
        <translation>单条目缓存</translation>
    </message>
    <message>
        <source>one page, for one kind of access</source>
        <translation>一页，用于一种访问</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>An IPA: the hypervisor keeps what stage 1 says.</source>
        <translation>IPA：虚拟机监控程序保存 stage 1 的结果。</translation>
    </message>
    <message>
        <source>VA page %1 is IPA page %2, for: %3</source>
        <translation>VA 页 %1 是 IPA 页 %2，用于：%3</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Memory type</source>
        <translation>内存类型</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>龄</translation>
    </message>
    <message>
        <source>Look-ups: %1 · hits: %2 (%3) · misses: %4 · evictions: %5 · TLBI: %6, which removed: %7</source>
        <translation>查找：%1 · 命中：%2（%3）· 未命中：%4 · 逐出：%5 · TLBI：%6，移除：%7</translation>
    </message>
    <message>
        <source>Look-ups: %1 · hits: %2 (%3) · misses: %4 · replaced: %5</source>
        <translation>查找：%1 · 命中：%2（%3）· 未命中：%4 · 替换：%5</translation>
    </message>
    <message>
        <source>%1: look-ups %2, hits %3, misses %4</source>
        <translation>%1：查找 %2，命中 %3，未命中 %4</translation>
    </message>
    <message>
        <source>fills: %1</source>
        <translation>填充：%1</translation>
    </message>
</context>
<context>
    <name>fscope::models::DecodeDiffModel</name>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Meaning of the first</source>
        <translation>第一个的含义</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Meaning of the second</source>
        <translation>第二个的含义</translation>
    </message>
    <message>
        <source>%1; in the second %2: %3</source>
        <extracomment>a field of two values side by side, read aloud; %1 is a phrase for the first, %2 a value, %3 what it means</extracomment>
        <translation>%1；第二个值中为 %2：%3</translation>
    </message>
</context>
<context>
    <name>fscope::models::DecodeEditor</name>
    <message>
        <source>Decode another value</source>
        <translation>解码另一个值</translation>
    </message>
    <message>
        <source>Choose another register</source>
        <translation>选择另一个寄存器</translation>
    </message>
    <message>
        <source>Change what stands beside</source>
        <translation>更改相关的值</translation>
    </message>
    <message>
        <source>Change the value</source>
        <translation>更改该值</translation>
    </message>
    <message>
        <source>Flip bit %1</source>
        <translation>翻转位 %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>End comparing</source>
        <translation>结束比较</translation>
    </message>
</context>
<context>
    <name>fscope::models::DecodeListModel</name>
    <message>
        <source>Line</source>
        <extracomment>a line of a text</extracomment>
        <translation>行</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1 is %2: %3</source>
        <extracomment>a value of a list, read aloud: register, value, what it says</extracomment>
        <translation>%1 为 %2：%3</translation>
    </message>
</context>
<context>
    <name>fscope::models::DecodeModel</name>
    <message>
        <source>%1 (reserved)</source>
        <extracomment>%1 is a value of a field; it is one that the manual keeps back</extracomment>
        <translation>%1（保留）</translation>
    </message>
</context>
<context>
    <name>fscope::models::DecodePaste</name>
    <message>
        <source>Only the first 16 MiB were searched; fscope decode --from-text takes it all.</source>
        <translation>只搜索了前 16 MiB；fscope decode --from-text 可处理全部内容。</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 values are listed; fscope decode --from-text takes them all.</source>
        <translation>只列出了 %2 个值中的前 %1 个；fscope decode --from-text 可处理全部。</translation>
    </message>
    <message>
        <source>There is no text to decode.</source>
        <translation>没有可解码的文本。</translation>
    </message>
    <message>
        <source>The text holds no value of a known form. Paste a number, “ESR_EL2 = 0x…”, or the lines of a kernel, KVM, Xen or QEMU message.</source>
        <translation>文本中没有已知形式的值。请粘贴一个数字、“ESR_EL2 = 0x…”，或内核、KVM、Xen、QEMU 的消息行。</translation>
    </message>
</context>
<context>
    <name>fscope::models::DescriptorEffects</name>
    <message>
        <source>read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>instruction fetch</source>
        <translation>取指</translation>
    </message>
    <message>
        <source>%1; Non-shareable</source>
        <translation>%1；Non-shareable</translation>
    </message>
    <message>
        <source>%1; Outer Shareable</source>
        <translation>%1；Outer Shareable</translation>
    </message>
    <message>
        <source>%1; Inner Shareable</source>
        <translation>%1；Inner Shareable</translation>
    </message>
    <message>
        <source>%1; reserved shareability</source>
        <translation>%1；保留的可共享性</translation>
    </message>
    <message>
        <source>this %1 at EL%2</source>
        <comment>an access: this read at EL1</comment>
        <translation>EL%2 的这次%1</translation>
    </message>
    <message>
        <source>Bit 0 is 0: nothing is mapped here, so this is a Translation fault, level %1.</source>
        <translation>位 0 为 0：此处没有映射，因此是 Translation fault，级别 %1。</translation>
    </message>
    <message>
        <source>This value is reserved at level %1, so it is a Translation fault there.</source>
        <translation>此值在级别 %1 是保留的，因此在那里是 Translation fault。</translation>
    </message>
    <message>
        <source>The walk goes on at level %1.</source>
        <translation>遍历在级别 %1 继续。</translation>
    </message>
    <message>
        <source>The walk ends here, with a block of %1.</source>
        <translation>遍历在此结束，为 %1 的块。</translation>
    </message>
    <message>
        <source>The walk ends here, with a page of %1.</source>
        <translation>遍历在此结束，为 %1 的页。</translation>
    </message>
    <message>
        <source>The table of level %1 begins at %2.</source>
        <translation>级别 %1 的表从 %2 开始。</translation>
    </message>
    <message>
        <source>%1 and the offset %2 make %3.</source>
        <translation>%1 与偏移 %2 得到 %3。</translation>
    </message>
    <message>
        <source>Ignored: TCR_EL1.HPD%1 is 1.</source>
        <translation>忽略：TCR_EL1.HPD%1 为 1。</translation>
    </message>
    <message>
        <source>EL0 may not reach anything below this table.</source>
        <translation>EL0 不能到达此表之下的任何内容。</translation>
    </message>
    <message>
        <source>Nothing below this table may be written to.</source>
        <translation>此表之下的任何内容都不可写入。</translation>
    </message>
    <message>
        <source>Nothing below this table may be written to, nor reached from EL0.</source>
        <translation>此表之下的任何内容都不可写入，也不能从 EL0 到达。</translation>
    </message>
    <message>
        <source>Hardware sets it, 0 → 1, as %1.HA is 1.</source>
        <translation>硬件将其置位，0 → 1，因为 %1.HA 为 1。</translation>
    </message>
    <message>
        <source>Set, so there is no Access flag fault.</source>
        <translation>已置位，因此没有 Access flag fault。</translation>
    </message>
    <message>
        <source>0, but %1.HA is 1: hardware sets it with the first access.</source>
        <translation>为 0，但 %1.HA 为 1：硬件在首次访问时将其置位。</translation>
    </message>
    <message>
        <source>0, so any access is an Access flag fault, level %1.</source>
        <translation>为 0，因此任何访问都是 Access flag fault，级别 %1。</translation>
    </message>
    <message>
        <source>Not asked for data rights by %1.</source>
        <translation>%1不查询数据权限。</translation>
    </message>
    <message>
        <source>The page was clean: hardware marks it as written to, %1 → %2.</source>
        <translation>该页是干净的：硬件将其标记为已写入，%1 → %2。</translation>
    </message>
    <message>
        <source>Refuses %1: a Permission fault, level %2.</source>
        <translation>拒绝%1：Permission fault，级别 %2。</translation>
    </message>
    <message>
        <source>PSTATE.PAN is 1 and EL0 may reach this page, so %1 is a Permission fault, level %2.</source>
        <translation>PSTATE.PAN 为 1 且 EL0 可以到达此页，因此%1是 Permission fault，级别 %2。</translation>
    </message>
    <message>
        <source>Would allow %1, but APTable at level %2 takes it away: a Permission fault.</source>
        <translation>本会允许%1，但级别 %2 的 APTable 取消了它：Permission fault。</translation>
    </message>
    <message>
        <source>Allows %1.</source>
        <translation>允许%1。</translation>
    </message>
    <message>
        <source>Not asked: %1 is no instruction fetch.</source>
        <translation>不查询：%1不是取指。</translation>
    </message>
    <message>
        <source>SCTLR_EL1.WXN is 1 and the page is writable, so %1 is a Permission fault, level %2.</source>
        <translation>SCTLR_EL1.WXN 为 1 且该页可写，因此%1是 Permission fault，级别 %2。</translation>
    </message>
    <message>
        <source>Would allow %1, but the table descriptor of level %2 takes it away: a Permission fault.</source>
        <translation>本会允许%1，但级别 %2 的表描述符取消了它：Permission fault。</translation>
    </message>
    <message>
        <source>Hardware manages the dirty state: the page counts as writable.</source>
        <translation>硬件管理脏状态：该页视为可写。</translation>
    </message>
    <message>
        <source>Ignored: %1.HD is 0.</source>
        <translation>忽略：%1.HD 为 0。</translation>
    </message>
    <message>
        <source>Attr%1 of MAIR_EL1 is %2: %3.</source>
        <translation>MAIR_EL1 的 Attr%1 为 %2：%3。</translation>
    </message>
    <message>
        <source>HCR_EL2.FWB is 1: stage 2 decides. %1.</source>
        <translation>HCR_EL2.FWB 为 1：由 stage 2 决定。%1。</translation>
    </message>
    <message>
        <source>The stricter of both stages wins.</source>
        <translation>取两个阶段中更严格者。</translation>
    </message>
    <message>
        <source>Not asked: Device memory is always Outer Shareable.</source>
        <translation>不查询：Device 内存总是 Outer Shareable。</translation>
    </message>
    <message>
        <source>A TLB entry of it serves every ASID.</source>
        <translation>它的 TLB 条目适用于每个 ASID。</translation>
    </message>
    <message>
        <source>A TLB entry of it serves ASID %1 only.</source>
        <translation>它的 TLB 条目只适用于 ASID %1。</translation>
    </message>
    <message>
        <source>Means nothing at this level.</source>
        <translation>在此级别没有意义。</translation>
    </message>
    <message>
        <source>One TLB entry may hold all %1 entries of its set, %2.</source>
        <translation>一个 TLB 条目可以容纳其组的全部 %1 个表项，%2。</translation>
    </message>
    <message>
        <source>EL0 may execute nothing below this table.</source>
        <translation>EL0 不能执行此表之下的任何内容。</translation>
    </message>
    <message>
        <source>EL1 may execute nothing below this table.</source>
        <translation>EL1 不能执行此表之下的任何内容。</translation>
    </message>
    <message>
        <source>The limits of the table descriptors above are ignored, as TCR_EL1.HPD is 1.</source>
        <translation>上面各表描述符的限制被忽略，因为 TCR_EL1.HPD 为 1。</translation>
    </message>
    <message>
        <source>The table descriptor of level %1 takes rights away (APTable, UXNTable, PXNTable).</source>
        <translation>级别 %1 的表描述符取消了权限（APTable、UXNTable、PXNTable）。</translation>
    </message>
    <message>
        <source>SCTLR_EL1.WXN takes execution away, as the page is writable.</source>
        <translation>SCTLR_EL1.WXN 取消了执行权，因为该页可写。</translation>
    </message>
</context>
<context>
    <name>fscope::models::DescriptorModel</name>
    <message>
        <source>Bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>它的作用</translation>
    </message>
    <message>
        <source>Nothing can be read at %1: a synchronous External abort on the walk, level %2.</source>
        <translation>%1 处无法读取：遍历中的 synchronous External abort，级别 %2。</translation>
    </message>
    <message>
        <source>In effect: %1 · %2</source>
        <translation>实际效果：%1 · %2</translation>
    </message>
    <message>
        <source>Hardware updates the descriptor: %1 → %2</source>
        <translation>硬件更新描述符：%1 → %2</translation>
    </message>
</context>
<context>
    <name>fscope::models::DeviceModel</name>
    <message>
        <source>at offset %1</source>
        <translation>位于偏移 %1</translation>
    </message>
    <message>
        <source>write-only</source>
        <translation>只写</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 由 %2 变为 %3</translation>
    </message>
    <message>
        <source>IPA of the window of %1 bytes</source>
        <translation>%1 字节窗口的 IPA</translation>
    </message>
    <message>
        <source>Device %1, a %2 at IPA %3</source>
        <translation>设备 %1，%2，位于 IPA %3</translation>
    </message>
    <message>
        <source>transmitted</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>%1 transmitted: %2</source>
        <translation>%1 已发送：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message numerus="yes">
        <source>bytes: %n</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fscope::models::EncodingModel</name>
    <message>
        <source>Bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>%1, bits %2, is %3: %4</source>
        <extracomment>a field of an instruction&apos;s encoding, read aloud: name, bits, value, what the value means</extracomment>
        <translation>%1，位 %2，值为 %3：%4</translation>
    </message>
</context>
<context>
    <name>fscope::models::EventModel</name>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>The hypervisor has entered the exception: the guest goes on at its vector.</source>
        <translation>虚拟机监控程序已使客户机进入该异常：客户机从其向量处继续执行。</translation>
    </message>
    <message>
        <source>The host delivers the exception when the guest is entered next.</source>
        <translation>主机在下次进入客户机时交付该异常。</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>已进入</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Exception to EL%1</source>
        <translation>送往 EL%1 的异常</translation>
    </message>
    <message>
        <source>Exception to EL%1: %2. %3</source>
        <translation>送往 EL%1 的异常：%2。%3</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>The event as the host&apos;s interface takes it.</source>
        <translation>主机接口所接受的事件形式。</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>fscope::models::FieldModel</name>
    <message>
        <source>%1, bits %2, is %3: %4</source>
        <extracomment>a field of a register, read aloud: name, bits, value, what the value means</extracomment>
        <translation>%1，位 %2，值为 %3：%4</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>fscope::models::FindingModel</name>
    <message>
        <source>○ note</source>
        <translation>○ 注意</translation>
    </message>
    <message>
        <source>Worth knowing.</source>
        <translation>值得知道。</translation>
    </message>
    <message>
        <source>△ warning</source>
        <translation>△ 警告</translation>
    </message>
    <message>
        <source>Right only if it is meant so.</source>
        <translation>只有有意如此才是正确的。</translation>
    </message>
    <message>
        <source>✕ error</source>
        <translation>✕ 错误</translation>
    </message>
    <message>
        <source>Faults, or something the architecture leaves unpredictable.</source>
        <translation>会产生错误，或架构未作规定的行为。</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>描述符</translation>
    </message>
</context>
<context>
    <name>fscope::models::InterceptListModel</name>
    <message>
        <source>#</source>
        <comment>number of an intercept</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Recorded</source>
        <extracomment>column: is the outcome as the recording says?</extracomment>
        <translation>与记录相符</translation>
    </message>
    <message>
        <source>no intercept</source>
        <translation>无拦截</translation>
    </message>
    <message>
        <source>Data Abort</source>
        <translation>Data Abort</translation>
    </message>
    <message>
        <source>Instruction Abort</source>
        <translation>Instruction Abort</translation>
    </message>
    <message>
        <source>The source does not say which instruction it was.</source>
        <translation>来源没有说明是哪条指令。</translation>
    </message>
    <message>
        <source>As recorded.</source>
        <translation>与记录一致。</translation>
    </message>
    <message>
        <source>Intercept %1: %2, %3, %4</source>
        <extracomment>a row of the list of intercepts, read aloud: number, kind, instruction, outcome</extracomment>
        <translation>拦截 %1：%2，%3，%4</translation>
    </message>
    <message numerus="yes">
        <source>Differences from the recording: %n</source>
        <translation>
            <numerusform>与记录的差异：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fscope::models::InterceptRowsModel</name>
    <message>
        <source>no intercept</source>
        <extracomment>outcome: the CPU carried the instruction out itself</extracomment>
        <translation>无拦截</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>event injected</source>
        <translation>已注入事件</translation>
    </message>
    <message>
        <source>exit to user space</source>
        <translation>退出到用户空间</translation>
    </message>
    <message>
        <source>halted</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>fscope::models::LessonModel</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>fscope::models::ListingModel</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>%1, current: %2</source>
        <extracomment>a line of a listing, read aloud: address, instruction</extracomment>
        <translation>%1，当前：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>fscope::models::MappedByModel</name>
    <message>
        <source>VA</source>
        <translation>VA</translation>
    </message>
    <message>
        <source>Stage 1</source>
        <translation>Stage 1</translation>
    </message>
    <message>
        <source>IPA</source>
        <translation>IPA</translation>
    </message>
    <message>
        <source>Stage 2</source>
        <translation>Stage 2</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>PA</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>No VA leads to this IPA.</source>
        <translation>没有 VA 通向此 IPA。</translation>
    </message>
    <message>
        <source>no VA</source>
        <translation>无 VA</translation>
    </message>
    <message>
        <source>VA %1 leads to IPA %2 and PA %3</source>
        <extracomment>who maps a physical address, read aloud</extracomment>
        <translation>VA %1 通向 IPA %2 和 PA %3</translation>
    </message>
</context>
<context>
    <name>fscope::models::MappingModel</name>
    <message>
        <source>the table is one of its own path</source>
        <translation>该表是自身路径上的表</translation>
    </message>
    <message>
        <source>the table was gone through before</source>
        <translation>该表此前已遍历过</translation>
    </message>
    <message>
        <source>the table cannot be read</source>
        <translation>该表无法读取</translation>
    </message>
    <message>
        <source>the output does not fit</source>
        <translation>输出超出范围</translation>
    </message>
    <message>
        <source>%1 at level %2</source>
        <translation>%1，级别 %2</translation>
    </message>
    <message>
        <source>%1 at levels %2 to %3</source>
        <translation>%1，级别 %2 至 %3</translation>
    </message>
    <message>
        <source>%1 to %2 → %3 to %4</source>
        <extracomment>a range of addresses, and the range that it is mapped to</extracomment>
        <translation>%1 至 %2 → %3 至 %4</translation>
    </message>
    <message>
        <source>%1: %2 from %3 to %4, %5, %6</source>
        <translation>%1：%2，从 %3 到 %4，%5，%6</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Pages and blocks</source>
        <translation>页和块</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
</context>
<context>
    <name>fscope::models::MemoryEditor</name>
    <message>
        <source>There is no run of this intercept whose memory could be changed.</source>
        <translation>此拦截没有可更改其内存的运行。</translation>
    </message>
    <message>
        <source>%1 cannot be changed: the guest has no RAM there.</source>
        <translation>%1 无法更改：客户机在那里没有 RAM。</translation>
    </message>
    <message>
        <source>%1 cannot be changed: no RAM of the guest is mapped there.</source>
        <translation>%1 无法更改：那里没有映射客户机的 RAM。</translation>
    </message>
    <message>
        <source>typing at %1</source>
        <extracomment>a step of undo; %1 is an address</extracomment>
        <translation>在 %1 处输入</translation>
    </message>
    <message>
        <source>%1 bytes are too many to paste; %2 at a time is the limit.</source>
        <translation>粘贴 %1 个字节太多；每次上限为 %2 个。</translation>
    </message>
    <message numerus="yes">
        <source>pasting at %1, bytes: %n</source>
        <extracomment>a step of undo; %1 is an address</extracomment>
        <translation>
            <numerusform>在 %1 处粘贴，字节：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to fill with: type at least one byte.</source>
        <translation>没有可用于填充的内容：请至少输入一个字节。</translation>
    </message>
    <message>
        <source>%1 bytes are too many to fill; %2 at a time is the limit.</source>
        <translation>填充 %1 个字节太多；每次上限为 %2 个。</translation>
    </message>
    <message numerus="yes">
        <source>filling at %1, bytes: %n</source>
        <extracomment>a step of undo; %1 is an address</extracomment>
        <translation>
            <numerusform>在 %1 处填充，字节：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at place %2 is no hexadecimal digit; bytes are pairs of them, as in 48 65 6c.</source>
        <translation>第 %2 位的“%1”不是十六进制数字；字节是成对的数字，如 48 65 6c。</translation>
    </message>
    <message>
        <source>The last byte has only one digit; bytes are pairs of them, as in 48 65 6c.</source>
        <translation>最后一个字节只有一位数字；字节是成对的数字，如 48 65 6c。</translation>
    </message>
    <message>
        <source>There are no bytes; they are pairs of hexadecimal digits, as in 48 65 6c.</source>
        <translation>没有字节；字节是成对的十六进制数字，如 48 65 6c。</translation>
    </message>
</context>
<context>
    <name>fscope::models::MemoryMapModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Touched</source>
        <translation>已触及</translation>
    </message>
    <message>
        <source>Dirty</source>
        <translation>脏</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a size: a number and its unit</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, from %2 %3, %4</source>
        <extracomment>%1 is what it is, %2 IPA or PA, %3 an address, %4 a size</extracomment>
        <translation>%1，从 %2 %3，%4</translation>
    </message>
    <message>
        <source>%1: %2 %3 (%4)</source>
        <extracomment>%1 is what it is, %2 IPA or PA, %3 a range of addresses, %4 a size</extracomment>
        <translation>%1：%2 %3（%4）</translation>
    </message>
    <message>
        <source>It lies at PA %1.</source>
        <translation>它位于 PA %1。</translation>
    </message>
    <message>
        <source>The guest has it at IPA %1.</source>
        <translation>客户机在 IPA %1 处拥有它。</translation>
    </message>
    <message>
        <source>pages of 4 KiB</source>
        <translation>4 KiB 的页</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>“%1” leads to no memory on this map.</source>
        <extracomment>%1 is an expression a person typed</extracomment>
        <translation>“%1”不通向此映射上的任何内存。</translation>
    </message>
</context>
<context>
    <name>fscope::models::MemoryModel</name>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1: cannot be read</source>
        <extracomment>a row of memory, read aloud</extracomment>
        <translation>%1：无法读取</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is no memory of the guest here, or no mapping to it.</source>
        <translation>此处没有客户机内存，或没有到它的映射。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, bytes changed: %n</source>
        <translation>
            <numerusform>%1：%2，更改了 %n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, bytes edited by hand: %n</source>
        <extracomment>%1 is a row of memory, read aloud</extracomment>
        <translation>
            <numerusform>%1，手工编辑的字节：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fscope::models::MemorySearchModel</name>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>No step of this intercept translates a virtual address to this page.</source>
        <translation>此拦截没有任何步骤把虚拟地址转换到此页。</translation>
    </message>
    <message>
        <source>The hypervisor&apos;s map of the guest does not have this page.</source>
        <translation>虚拟机监控程序的客户机映射中没有此页。</translation>
    </message>
    <message>
        <source>There is no guest to search: open a lesson or a recording first.</source>
        <translation>没有可搜索的客户机：请先打开课程或记录。</translation>
    </message>
    <message>
        <source>Searching memory</source>
        <translation>正在搜索内存</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>given up before a match</source>
        <translation>在找到匹配之前放弃</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>没有匹配</translation>
    </message>
    <message>
        <source>the first %1 matches</source>
        <translation>前 %1 个匹配</translation>
    </message>
    <message>
        <source>match %1 of the first %2</source>
        <translation>前 %2 个中的第 %1 个匹配</translation>
    </message>
    <message numerus="yes">
        <source>matches: %n</source>
        <translation>
            <numerusform>匹配：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>match %1 of %2</source>
        <translation>第 %1 个匹配，共 %2 个</translation>
    </message>
</context>
<context>
    <name>fscope::models::PictureModel</name>
    <message>
        <source>Syndrome</source>
        <translation>综合征</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Accesses</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Stage 1</source>
        <translation>Stage 1</translation>
    </message>
    <message>
        <source>Stage 2</source>
        <translation>Stage 2</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>RAM or device</source>
        <translation>RAM 或设备</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>read-only memory</source>
        <translation>只读内存</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>protected memory</source>
        <translation>受保护内存</translation>
    </message>
    <message>
        <source>%1: denied</source>
        <extracomment>what lies at the address, and that the access is not allowed</extracomment>
        <translation>%1：被拒绝</translation>
    </message>
    <message>
        <source>level %1: invalid</source>
        <translation>级别 %1：无效</translation>
    </message>
    <message>
        <source>level %1 → %2</source>
        <translation>级别 %1 → %2</translation>
    </message>
    <message>
        <source>fetch failed</source>
        <translation>取指失败</translation>
    </message>
    <message>
        <source>not decoded</source>
        <translation>未解码</translation>
    </message>
    <message>
        <source>cache hit</source>
        <translation>缓存命中</translation>
    </message>
    <message>
        <source>cache miss</source>
        <translation>缓存未命中</translation>
    </message>
    <message>
        <source>cache filled</source>
        <translation>缓存已填充</translation>
    </message>
    <message>
        <source>exception to EL%1</source>
        <translation>送往 EL%1 的异常</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>无访问</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>a station of the picture, read aloud: &quot;Stage 1&quot;, &quot;done&quot;, content</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>how an intercept ended: outcome, reason</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>write at %1, bytes: %n</source>
        <translation>
            <numerusform>写入 %1，%n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read at %1, bytes: %n</source>
        <translation>
            <numerusform>读取 %1，%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>TLB hit</source>
        <translation>TLB 命中</translation>
    </message>
    <message>
        <source>TLB miss</source>
        <translation>TLB 未命中</translation>
    </message>
    <message>
        <source>TLB entry evicted</source>
        <translation>TLB 条目被逐出</translation>
    </message>
    <message>
        <source>TLB filled</source>
        <translation>TLB 已填充</translation>
    </message>
    <message numerus="yes">
        <source>TLB entries removed: %n</source>
        <translation>
            <numerusform>移除的 TLB 条目：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fscope::models::RegisterModel</name>
    <message>
        <source>Exception Syndrome Register (EL1)</source>
        <translation>异常综合征寄存器（EL1）</translation>
    </message>
    <message>
        <source>Fault Address Register (EL1)</source>
        <translation>错误地址寄存器（EL1）</translation>
    </message>
    <message>
        <source>Exception Link Register (EL1)</source>
        <translation>异常链接寄存器（EL1）</translation>
    </message>
    <message>
        <source>Saved Program Status Register (EL1)</source>
        <translation>保存的程序状态寄存器（EL1）</translation>
    </message>
    <message>
        <source>Vector Base Address Register (EL1)</source>
        <translation>向量基址寄存器（EL1）</translation>
    </message>
    <message>
        <source>System Control Register (EL1)</source>
        <translation>系统控制寄存器（EL1）</translation>
    </message>
    <message>
        <source>Translation Control Register (EL1)</source>
        <translation>转换控制寄存器（EL1）</translation>
    </message>
    <message>
        <source>Translation Table Base Register 0 (EL1)</source>
        <translation>转换表基址寄存器 0（EL1）</translation>
    </message>
    <message>
        <source>Translation Table Base Register 1 (EL1)</source>
        <translation>转换表基址寄存器 1（EL1）</translation>
    </message>
    <message>
        <source>Memory Attribute Indirection Register (EL1)</source>
        <translation>内存属性间接寄存器（EL1）</translation>
    </message>
    <message>
        <source>Hypervisor Configuration Register</source>
        <translation>虚拟机监控程序配置寄存器</translation>
    </message>
    <message>
        <source>Virtualization Translation Control Register</source>
        <translation>虚拟化转换控制寄存器</translation>
    </message>
    <message>
        <source>Virtualization Translation Table Base Register</source>
        <translation>虚拟化转换表基址寄存器</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Stack pointer</source>
        <translation>栈指针</translation>
    </message>
    <message>
        <source>Program counter</source>
        <translation>程序计数器</translation>
    </message>
    <message>
        <source>Process state, in the layout of SPSR_EL2</source>
        <translation>进程状态，采用 SPSR_EL2 的布局</translation>
    </message>
    <message>
        <source>%1 is not known</source>
        <extracomment>a register, read aloud</extracomment>
        <translation>%1 未知</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 由 %2 变为 %3</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
</context>
<context>
    <name>fscope::models::Session</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Opening %1, line %2</source>
        <translation>正在打开 %1，第 %2 行</translation>
    </message>
    <message>
        <source>Opening %1 was cancelled.</source>
        <translation>已取消打开 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Running intercepts: %n</source>
        <translation>
            <numerusform>正在运行拦截：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fscope::models::SessionEdits</name>
    <message>
        <source>Revert of all edited bytes</source>
        <translation>还原所有编辑过的字节</translation>
    </message>
</context>
<context>
    <name>fscope::models::StepListModel</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>column of marks: done, current, failed</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>a micro-step, read aloud: &quot;Step 3 of 9&quot;, &quot;done&quot;, sentence, change</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1, %2: %3. %4</source>
        <translation>%1，%2：%3。%4</translation>
    </message>
</context>
<context>
    <name>fscope::models::TableBrowser</name>
    <message>
        <source>Only the first %1 are listed; a narrower filter shows others.</source>
        <translation>只列出前 %1 个；更窄的筛选会显示其他的。</translation>
    </message>
    <message>
        <source>%1 mappings so far</source>
        <translation>目前 %1 个映射</translation>
    </message>
    <message>
        <source>Going through the tables…</source>
        <translation>正在遍历各表…</translation>
    </message>
    <message>
        <source>Nothing maps %1 %2.</source>
        <translation>没有任何映射通向 %1 %2。</translation>
    </message>
    <message>
        <source>Looking through all tables…</source>
        <translation>正在查找所有表…</translation>
    </message>
    <message>
        <source>Nothing in these tables looks wrong.</source>
        <translation>这些表中没有看起来有误之处。</translation>
    </message>
    <message>
        <source>Cancelled; what was listed before is shown.</source>
        <translation>已取消；显示之前列出的内容。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>There are no tables to export yet.</source>
        <translation>还没有可导出的表。</translation>
    </message>
    <message numerus="yes">
        <source>mappings: %n</source>
        <translation>
            <numerusform>映射：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ways that lead to %1 %2: %n.</source>
        <translation>
            <numerusform>通向 %1 %2 的路：%n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>errors: %n</source>
        <translation>
            <numerusform>错误：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>warnings: %n</source>
        <translation>
            <numerusform>警告：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notes: %n</source>
        <translation>
            <numerusform>注意：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fscope::models::TableTreeModel</name>
    <message>
        <source>contiguous</source>
        <translation>contiguous</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Translates %1 to %2, from level %3 on.</source>
        <translation>将 %1 转换为 %2，从级别 %3 开始。</translation>
    </message>
    <message>
        <source>%1 to %2, in the table of level %3 at %4</source>
        <translation>%1 至 %2，在 %4 处级别 %3 的表中</translation>
    </message>
    <message>
        <source>%1, %2, to %3, %4</source>
        <extracomment>a row of translation tables, read aloud: range, type, where it leads, rights</extracomment>
        <translation>%1，%2，到 %3，%4</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message numerus="yes">
        <source>invalid entries: %n</source>
        <translation>
            <numerusform>无效表项：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>entries that cannot be read: %n</source>
        <translation>
            <numerusform>无法读取的表项：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fscope::models::TimelineModel</name>
    <message>
        <source>#</source>
        <comment>number of an intercept</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Intercept %1: %2</source>
        <extracomment>a mark of the timeline, read aloud: number, outcome</extracomment>
        <translation>拦截 %1：%2</translation>
    </message>
</context>
<context>
    <name>fscope::models::WalkModel</name>
    <message>
        <source>invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>%1 for a table</source>
        <comment>stage mark</comment>
        <translation>%1，用于转换表</translation>
    </message>
    <message>
        <source>Stage 2 translates the address of a stage 1 table.</source>
        <translation>Stage 2 转换 stage 1 转换表的地址。</translation>
    </message>
    <message>
        <source>Stage %1 translates %2.</source>
        <translation>Stage %1 转换 %2。</translation>
    </message>
    <message>
        <source>Bits %1:%2 of %3 choose entry %4 of the table at %5.</source>
        <translation>%3 的位 %1:%2 选择位于 %5 的表中的第 %4 项。</translation>
    </message>
    <message>
        <source>The descriptor was read at this PA.</source>
        <translation>描述符从此 PA 读取。</translation>
    </message>
    <message>
        <source>Stage %1, level %2: descriptor %3, %4</source>
        <extracomment>a descriptor of a walk, read aloud: stage, level, value, type</extracomment>
        <translation>Stage %1，级别 %2：描述符 %3，%4</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>cache hit</source>
        <translation>缓存命中</translation>
    </message>
    <message>
        <source>cache miss</source>
        <translation>缓存未命中</translation>
    </message>
    <message>
        <source>cache filled</source>
        <translation>缓存已填充</translation>
    </message>
    <message>
        <source>Shown to explain why the CPU trapped; the policy does not depend on it.</source>
        <translation>显示于此以说明 CPU 为何陷入；策略并不依赖它。</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>This is why the CPU trapped.</source>
        <translation>这就是 CPU 陷入的原因。</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The translation cache is empty.</source>
        <translation>转换缓存为空。</translation>
    </message>
    <message>
        <source>VA page %1 → IPA page %2, for: %3</source>
        <translation>VA 页 %1 → IPA 页 %2，用于：%3</translation>
    </message>
    <message>
        <source>Stage 2 translates the address of a stage 1 descriptor, which hardware updates.</source>
        <translation>Stage 2 转换由硬件更新的 stage 1 描述符的地址。</translation>
    </message>
    <message>
        <source>Hardware updates the descriptor: before → after.</source>
        <translation>硬件更新描述符：之前 → 之后。</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>此处没有内容</translation>
    </message>
    <message>
        <source>This access would fault.</source>
        <translation>此访问会产生错误。</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::BitFieldView</name>
    <message>
        <source>Point at a field, or choose one with the arrow keys, to see what it says.</source>
        <translation>指向某个字段，或用方向键选择字段，即可查看其含义。</translation>
    </message>
    <message>
        <source>Bit %1</source>
        <translation>位 %1</translation>
    </message>
    <message>
        <source>Bit %1 is %2. %3</source>
        <extracomment>a bit of a register, read aloud: its number, 0 or 1, and a phrase on its field</extracomment>
        <translation>位 %1 为 %2。%3</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::CachePanel</name>
    <message>
        <source>Translation caches</source>
        <translation>转换缓存</translation>
    </message>
    <message>
        <source>Entries of the CPU&apos;s TLB and of the hypervisor&apos;s cache at this step. The entry of the last hit is current, what the last step put there is marked.</source>
        <translation>此步骤时 CPU 的 TLB 和虚拟机监控程序缓存的条目。上次命中的条目为当前条目，上一步放入的条目有标记。</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>This guest has no TLB, and the hypervisor looks nothing up in its cache here. A scenario switches a TLB on with &quot;tlb&quot;; the lesson &quot;A translation that is out of date&quot; has one.</source>
        <translation>此客户机没有 TLB，虚拟机监控程序在这里也不查找其缓存。场景用 &quot;tlb&quot; 打开 TLB；课程“过时的转换”就有一个。</translation>
    </message>
    <message>
        <source>Entries of the CPU&apos;s TLB and of the hypervisor&apos;s cache appear here once a lesson or a file is open.</source>
        <translation>打开课程或文件后，CPU 的 TLB 和虚拟机监控程序缓存的条目会显示在这里。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::CachePlot</name>
    <message>
        <source>hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>未命中</translation>
    </message>
    <message>
        <source>evictions</source>
        <translation>逐出</translation>
    </message>
    <message>
        <source>Hits, misses and evictions</source>
        <translation>命中、未命中和逐出</translation>
    </message>
    <message>
        <source>Step %1: hits %2, misses %3, evictions %4</source>
        <translation>步骤 %1：命中 %2，未命中 %3，逐出 %4</translation>
    </message>
    <message>
        <source>Totals over the micro-steps. A click goes to a step.</source>
        <translation>各微步的累计值。单击转到某一步。</translation>
    </message>
    <message>
        <source>Copy as &amp;image</source>
        <translation>复制为图像(&amp;I)</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::Canvas</name>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;image</source>
        <translation>复制为图像(&amp;I)</translation>
    </message>
    <message>
        <source>Copy as &amp;SVG</source>
        <translation>复制为 SVG(&amp;S)</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::DecodeForm</name>
    <message>
        <source>Walks with a granule of %1 have no level %2 here; level -1 needs 4 KiB and 52-bit addresses.</source>
        <translation>粒度为 %1 的遍历在此没有级别 %2；级别 -1 需要 4 KiB 粒度和 52 位地址。</translation>
    </message>
    <message>
        <source>&amp;Register:</source>
        <translation>寄存器(&amp;R)：</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>What the value is. Type a part of a name to narrow the list.</source>
        <translation>该值属于什么。输入名称的一部分可缩小列表。</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>值(&amp;V)：</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>0x…, 0b…, decimal, or hexadecimal digits as logs print them; blanks, _ and &apos; may part digits.</source>
        <translation>0x…、0b…、十进制，或日志中打印的十六进制数字；数字之间可以用空格、_ 和 &apos; 分隔。</translation>
    </message>
    <message>
        <source>Seco&amp;nd:</source>
        <translation>第二个(&amp;N)：</translation>
    </message>
    <message>
        <source>Second value</source>
        <translation>第二个值</translation>
    </message>
    <message>
        <source>The value to compare with.</source>
        <translation>用于比较的值。</translation>
    </message>
    <message>
        <source>Basic exit reason</source>
        <translation>基本退出原因</translation>
    </message>
    <message>
        <source>The exit reason decides what the bits of the qualification mean.</source>
        <translation>退出原因决定限定信息各位的含义。</translation>
    </message>
    <message>
        <source>Stage 1</source>
        <translation>Stage 1</translation>
    </message>
    <message>
        <source>Stage 2</source>
        <translation>Stage 2</translation>
    </message>
    <message>
        <source>Stage of translation</source>
        <translation>转换的阶段</translation>
    </message>
    <message>
        <source>Granule</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Level of the lookup</source>
        <translation>查找的级别</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>级别 %1</translation>
    </message>
    <message>
        <source>5&amp;2-bit addresses</source>
        <translation>52 位地址(&amp;2)</translation>
    </message>
    <message>
        <source>TCR_ELx.DS or VTCR_EL2.DS is 1, or FEAT_LPA with 64 KiB.</source>
        <translation>TCR_ELx.DS 或 VTCR_EL2.DS 为 1，或 FEAT_LPA 且粒度为 64 KiB。</translation>
    </message>
    <message>
        <source>HCR_EL2.FWB decides how stage 2 combines memory types.</source>
        <translation>HCR_EL2.FWB 决定 stage 2 如何合并内存类型。</translation>
    </message>
    <message>
        <source>%1 of the same exception or table, if you know it.</source>
        <translation>同一异常或转换表的 %1（如果知道）。</translation>
    </message>
    <message>
        <source>What is wrong with the number</source>
        <translation>该数字有什么问题</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::DecodePanel</name>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;C</source>
        <translation>&amp;C</translation>
    </message>
    <message>
        <source>Second: </source>
        <translation>第二个：</translation>
    </message>
    <message>
        <source>Bits of %1</source>
        <translation>%1 的位</translation>
    </message>
    <message>
        <source>Fields of %1</source>
        <translation>%1 的字段</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <source>Copies the decoded value as text, Markdown, JSON or C.</source>
        <translation>将解码后的值复制为文本、Markdown、JSON 或 C。</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>比较(&amp;O)</translation>
    </message>
    <message>
        <source>Shows a second value of the same register side by side.</source>
        <translation>并排显示同一寄存器的第二个值。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>文本(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>Paste the lines of a kernel, KVM, Xen or QEMU message here: each value in them is found and listed below.</source>
        <translation>在此粘贴内核、KVM、Xen 或 QEMU 的消息行：其中的每个值都会被找出并列在下方。</translation>
    </message>
    <message>
        <source>Text to search for values</source>
        <translation>要在其中搜索值的文本</translation>
    </message>
    <message>
        <source>Values found in the text</source>
        <translation>在文本中找到的值</translation>
    </message>
    <message>
        <source>Values shown before</source>
        <translation>之前显示过的值</translation>
    </message>
    <message>
        <source>Both values field by field</source>
        <translation>逐字段对照两个值</translation>
    </message>
    <message>
        <source>Bits of the second value</source>
        <translation>第二个值的位</translation>
    </message>
    <message>
        <source>One box for each bit. Arrow keys walk the bits, Space flips the one that is chosen.</source>
        <translation>每一位一个方框。用方向键在各位之间移动，按空格键翻转所选的位。</translation>
    </message>
    <message>
        <source>Enter or F2 changes the field that is chosen.</source>
        <translation>按 Enter 或 F2 更改所选字段。</translation>
    </message>
    <message>
        <source>Text and history</source>
        <translation>文本与历史</translation>
    </message>
    <message numerus="yes">
        <source>Fields that differ: %n</source>
        <translation>
            <numerusform>不同的字段：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fscope::widgets::DescriptorDetails</name>
    <message>
        <source>Choose a descriptor to see its bits and what each of them did.</source>
        <translation>选择一个描述符，查看它的位以及每一位的作用。</translation>
    </message>
    <message>
        <source>Bits of the descriptor</source>
        <translation>描述符的位</translation>
    </message>
    <message>
        <source>Fields of the descriptor</source>
        <translation>描述符的字段</translation>
    </message>
    <message>
        <source>Each field with its meaning and what it did for this access.</source>
        <translation>每个字段的含义，以及它对此访问的作用。</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::DevicesPanel</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Registers of each device of the guest, by name and field.</source>
        <translation>按名称和字段列出客户机各设备的寄存器。</translation>
    </message>
    <message>
        <source>The guest that is open has no device on its bus. Lessons with a PL011 show one here.</source>
        <translation>已打开的客户机总线上没有设备。带 PL011 的课程会在此显示一个设备。</translation>
    </message>
    <message>
        <source>Registers of the guest&apos;s devices appear here once a lesson or a scenario with devices is open.</source>
        <translation>打开带有设备的课程或场景后，客户机设备的寄存器将显示在此处。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::EncodingView</name>
    <message>
        <source>This source does not tell the instruction, and the guest&apos;s memory does not hold it.</source>
        <translation>此来源没有说明该指令，客户机内存中也没有它。</translation>
    </message>
    <message>
        <source>The CPU carries this instruction out itself; nothing traps.</source>
        <translation>CPU 自行执行此指令；不会陷入。</translation>
    </message>
    <message>
        <source>Bits of the instruction</source>
        <translation>指令的位</translation>
    </message>
    <message>
        <source>The 32 bits of the instruction, field by field. Arrow keys walk the fields; each is explained below.</source>
        <translation>该指令的 32 个位，逐字段显示。方向键可在字段间移动；各字段的说明见下方。</translation>
    </message>
    <message>
        <source>Fields of the instruction</source>
        <translation>指令的字段</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>The instruction that trapped, disassembled.</source>
        <translation>陷入的指令，反汇编形式。</translation>
    </message>
    <message>
        <source>The instruction word, and the Arm ARM&apos;s name of its encoding.</source>
        <translation>指令字，以及 Arm ARM 对其编码的命名。</translation>
    </message>
    <message>
        <source>Whether the syndrome describes the access (ISV), or the instruction has to be fetched and decoded.</source>
        <translation>综合征是否描述该访问（ISV），还是必须取出指令并解码。</translation>
    </message>
    <message>
        <source>The bits of the instruction that trapped appear here once a lesson or a file is open.</source>
        <translation>打开课程或文件后，陷入的指令的各个位将显示在此处。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Exceptions the hypervisor has given to the guest up to this step.</source>
        <translation>到此步骤为止，虚拟机监控程序送给客户机的异常。</translation>
    </message>
    <message>
        <source>No event has been injected into the guest up to this step. An exception that the hypervisor makes for the guest is decoded here at the step that makes it.</source>
        <translation>到此步骤为止，尚未向客户机注入任何事件。虚拟机监控程序为客户机产生的异常，会在产生它的那一步于此处解码显示。</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::HexView</name>
    <message>
        <source>“%1” is no ASCII letter; type the bytes of its encoding as digits.</source>
        <translation>“%1”不是 ASCII 字母；请以数字输入其编码的字节。</translation>
    </message>
    <message>
        <source>Fill bytes</source>
        <translation>填充字节</translation>
    </message>
    <message numerus="yes">
        <source>Bytes in hexadecimal, written again and again from %1 on; bytes to fill: %n</source>
        <translation>
            <numerusform>十六进制字节，从 %1 起反复写入；要填充的字节：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the &amp;bytes selected</source>
        <translation>复制选中的字节(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Paste bytes</source>
        <translation>粘贴字节(&amp;P)</translation>
    </message>
    <message>
        <source>Fi&amp;ll the bytes selected…</source>
        <translation>填充选中的字节(&amp;L)…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::InstructionPanel</name>
    <message>
        <source>Code around the instruction</source>
        <translation>该指令附近的代码</translation>
    </message>
    <message>
        <source>Disassembly before and after the PC of the intercept.</source>
        <translation>拦截的 PC 前后的反汇编。</translation>
    </message>
    <message>
        <source>The instruction of an intercept, its bits and the code around it appear here once a lesson or a recording is open.</source>
        <translation>打开课程或记录后，拦截的指令、它的各个位以及附近的代码将显示在此处。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::InterceptsPanel</name>
    <message>
        <source>Intercepts</source>
        <translation>拦截</translation>
    </message>
    <message>
        <source>Every trap of what is open, with what became of it. Enter goes to one.</source>
        <translation>已打开内容中的每次陷入及其结果。按 Enter 转到其中一个。</translation>
    </message>
    <message>
        <source>Open a lesson, a scenario or a recording of aborts to see its intercepts here. Files can also be dropped on the window.</source>
        <translation>打开课程、场景或中止记录，即可在此查看其中的拦截。也可以将文件拖放到窗口上。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::ItemView</name>
    <message>
        <source>&amp;Show %1 in Memory</source>
        <translation>在“内存”中显示 %1(&amp;S)</translation>
    </message>
    <message>
        <source>Who &amp;maps %1</source>
        <translation>谁映射 %1(&amp;M)</translation>
    </message>
    <message>
        <source>Which table &amp;maps %1</source>
        <translation>哪个表映射 %1(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Walk for %1</source>
        <translation>为 %1 作遍历(&amp;W)</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::LessonPanel</name>
    <message>
        <source>▶ Step %1</source>
        <translation>▶ 第 %1 步</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Part %1 of %2. Step on to read the next.</source>
        <translation>第 %1 部分，共 %2 部分。继续单步以阅读下一部分。</translation>
    </message>
    <message>
        <source>Part %1 of %2. That was all.</source>
        <translation>第 %1 部分，共 %2 部分。全部结束。</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>The lesson&apos;s text up to the current step.</source>
        <translation>课程到当前步骤为止的文字。</translation>
    </message>
    <message>
        <source>What is open has no lesson. A lesson explains here, step by step, what the hypervisor does and why.</source>
        <translation>已打开的内容没有课程。课程会在此逐步说明虚拟机监控程序做什么以及为什么。</translation>
    </message>
    <message>
        <source>Choose a lesson…</source>
        <translation>选择课程…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::LogPanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What was opened, and what failed and why.</source>
        <translation>打开了什么，以及什么失败了、为什么失败。</translation>
    </message>
    <message>
        <source>Nothing has happened yet. What is opened, and what fails and why, is kept here.</source>
        <translation>尚未发生任何事情。打开了什么，以及什么失败了、为什么失败，都记录在此处。</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::MemoryFind</name>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Pairs of hexadecimal digits in the order of addresses; ? is a digit that may be anything.</source>
        <translation>按地址顺序的成对十六进制数字；? 表示任意数字。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Letters, as UTF-8.</source>
        <translation>字母，按 UTF-8。</translation>
    </message>
    <message>
        <source>64-bit value</source>
        <translation>64 位值</translation>
    </message>
    <message>
        <source>A number, found where its eight bytes lie in the guest&apos;s byte order, at any address.</source>
        <translation>一个数，在任何地址按客户机字节序出现其八个字节即为找到。</translation>
    </message>
    <message>
        <source>Fi&amp;nd:</source>
        <translation>查找(&amp;N)：</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>查找的内容</translation>
    </message>
    <message>
        <source>Bytes, text or a number of 64 bits.</source>
        <translation>字节、文本或 64 位的数。</translation>
    </message>
    <message>
        <source>Any &amp;case</source>
        <translation>不区分大小写(&amp;C)</translation>
    </message>
    <message>
        <source>Finds A to Z as a to z and the other way round.</source>
        <translation>A 至 Z 与 a 至 z 视为相同。</translation>
    </message>
    <message>
        <source>To the match before (Shift+F3)</source>
        <translation>转到上一个匹配（Shift+F3）</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>To the next match (F3)</source>
        <translation>转到下一个匹配（F3）</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Closes the search and forgets its matches (Esc)</source>
        <translation>关闭搜索并忘记其匹配（Esc）</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::MemoryMapCanvas</name>
    <message>
        <source>touched</source>
        <translation>已触及</translation>
    </message>
    <message>
        <source>dirty: written by this intercept</source>
        <translation>脏：由此拦截写入</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>never touched, reads as zero</source>
        <translation>从未触及，读为零</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <extracomment>%1 is an address, %2 words as &quot;touched, locked&quot;</extracomment>
        <translation>页 %1：%2</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::MemoryMapDrawing</name>
    <message>
        <source>this step</source>
        <translation>此步骤</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::MemoryMapPanel</name>
    <message>
        <source>%1 is beyond the end of the map.</source>
        <translation>%1 超出映射的末尾。</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>0x9000000, va:x1 + 8</source>
        <translation>0x9000000, va:x1 + 8</translation>
    </message>
    <message>
        <source>Addresses of the map</source>
        <translation>映射的地址</translation>
    </message>
    <message>
        <source>By intermediate physical address, as the guest has it, or by physical address with the RAM that is hidden from the guest.</source>
        <translation>按客户机所见的中间物理地址，或按物理地址（含对客户机隐藏的 RAM）。</translation>
    </message>
    <message>
        <source>Goes to a number, a register or a sum of them; va:, ipa: or pa: before it says of which kind.</source>
        <translation>转到一个数、一个寄存器或它们的和；前面的 va:、ipa: 或 pa: 说明是哪一种。</translation>
    </message>
    <message>
        <source>Shows more of the map (-)</source>
        <translation>显示映射的更大范围 (-)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Shows less of the map, larger (+)</source>
        <translation>显示映射的更小范围，放大 (+)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Shows the whole address space (0)</source>
        <translation>显示整个地址空间 (0)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Selected address</source>
        <translation>选中的地址</translation>
    </message>
    <message>
        <source>Memory map</source>
        <translation>内存映射</translation>
    </message>
    <message>
        <source>The guest&apos;s physical address space as a strip. Up and Down go through its regions, Left and Right move it, plus and minus zoom, Enter shows the selected address in Memory.</source>
        <translation>以长条显示的客户机物理地址空间。上下键在区域间移动，左右键平移，加减键缩放，Enter 在内存面板中显示选中的地址。</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Every region and hole of the map. Enter shows its first address in Memory.</source>
        <translation>映射的每个区域和空洞。Enter 在内存面板中显示其首地址。</translation>
    </message>
    <message>
        <source>This intercept could not be run, so there is no guest to draw a map of.</source>
        <translation>此拦截无法运行，因此没有可绘制映射的客户机。</translation>
    </message>
    <message>
        <source>RAM, ROM, devices and holes of the guest are drawn here once a lesson or a recording is open.</source>
        <translation>打开课程或记录后，客户机的 RAM、ROM、设备和空洞会绘制在这里。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::MemoryPanel</name>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>0x9000000, x1 + 8, ipa:0x40000000</source>
        <translation>0x9000000, x1 + 8, ipa:0x40000000</translation>
    </message>
    <message>
        <source>A number, a register or a sum of them; va:, ipa: or pa: before it says of which kind.</source>
        <translation>一个数字、一个寄存器或它们的和；前面的 va:、ipa: 或 pa: 指明地址种类。</translation>
    </message>
    <message>
        <source>The kind of address: virtual, intermediate physical or physical.</source>
        <translation>地址的种类：虚拟、中间物理或物理。</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>地址种类</translation>
    </message>
    <message>
        <source>&amp;Bytes:</source>
        <translation>字节(&amp;B)：</translation>
    </message>
    <message>
        <source>Bytes of a little-endian group.</source>
        <translation>小端分组的字节数。</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Shows what each step reads or writes in memory.</source>
        <translation>显示每一步在内存中读取或写入的内容。</translation>
    </message>
    <message>
        <source>The guest&apos;s memory appears here once a lesson or a recording is open.</source>
        <translation>打开课程或记录后，客户机的内存将显示在此处。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message numerus="yes">
        <source>bytes selected: %n</source>
        <translation>
            <numerusform>选中的字节：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ≠ was 0x%2</source>
        <translation>%1 ≠ 原为 0x%2</translation>
    </message>
    <message>
        <source>Memory of the guest at this step, sixteen bytes a row. Digits typed over bytes change them, Ctrl+T goes to the text beside them.</source>
        <translation>此步骤时客户机的内存，每行十六个字节。在字节上输入数字会更改它们，Ctrl+T 转到旁边的文本。</translation>
    </message>
    <message>
        <source>Byte at the caret</source>
        <translation>光标处的字节</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Every place of what was looked for in memory. Enter goes to one.</source>
        <translation>在内存中找到的每一处。Enter 转到其中一处。</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::MessageBar</name>
    <message>
        <source>Error message</source>
        <translation>错误消息</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>关闭此消息（Esc）</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>The way of the intercept from the instruction to the registers. Arrow keys walk the stations, Enter goes to the step of one.</source>
        <translation>拦截从指令到寄存器所经过的路径。方向键可在各环节间移动，按 Enter 转到该环节对应的步骤。</translation>
    </message>
    <message>
        <source>The way of one intercept, from the instruction to RAM or a device, is drawn here once a lesson or a file is open.</source>
        <translation>打开课程或文件后，此处将画出一个拦截从指令到 RAM 或设备所经过的路径。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>stopped here</source>
        <translation>在此停止</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::RegistersPanel</name>
    <message>
        <source>Registers</source>
        <translation>寄存器</translation>
    </message>
    <message>
        <source>The vCPU at this step. What the last step wrote is marked until the next.</source>
        <translation>此步骤时的 vCPU。上一步写入的内容会一直标记到下一步。</translation>
    </message>
    <message>
        <source>Open %1 in &amp;Decode</source>
        <translation>在“解码”中打开 %1(&amp;D)</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::StepsPanel</name>
    <message>
        <source>Micro-steps</source>
        <translation>微步</translation>
    </message>
    <message>
        <source>What the hypervisor does for this intercept, step by step. Enter goes to a step, forwards or backwards.</source>
        <translation>虚拟机监控程序对此拦截的逐步处理。按 Enter 转到某一步，向前或向后均可。</translation>
    </message>
    <message>
        <source>The micro-steps of an intercept are listed here once a lesson or a recording is open.</source>
        <translation>打开课程或记录后，拦截的各个微步将列在此处。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::SyndromeView</name>
    <message>
        <source>The CPU carries this instruction out itself: no exception is taken to EL2, so there is no syndrome.</source>
        <translation>CPU 自行执行此指令：没有异常送入 EL2，因此没有综合征。</translation>
    </message>
    <message>
        <source>This source does not tell ESR_EL2 of this intercept.</source>
        <translation>此来源没有说明此拦截的 ESR_EL2。</translation>
    </message>
    <message>
        <source>%1 = %2 (VA)</source>
        <extracomment>the register and the virtual address it holds</extracomment>
        <translation>%1 = %2（VA）</translation>
    </message>
    <message>
        <source>%1 = %2 (UNKNOWN here)</source>
        <extracomment>the register holds no address for this kind of fault</extracomment>
        <translation>%1 = %2（此处为 UNKNOWN）</translation>
    </message>
    <message>
        <source>%1 = %2 → page of the IPA · fault_ipa %3</source>
        <extracomment>register, its value, and the page it stands for; fault_ipa is Linux&apos;s word for it</extracomment>
        <translation>%1 = %2 → IPA 所在的页 · fault_ipa %3</translation>
    </message>
    <message>
        <source>Bits of ESR_EL2</source>
        <translation>ESR_EL2 的位</translation>
    </message>
    <message>
        <source>The syndrome of the trap, field by field. Arrow keys walk the fields; each is explained below.</source>
        <translation>该陷入的综合征，逐字段显示。方向键可在字段间移动；各字段的说明见下方。</translation>
    </message>
    <message>
        <source>Fields of ESR_EL2</source>
        <translation>ESR_EL2 的字段</translation>
    </message>
    <message>
        <source>FAR_EL2 is the virtual address of the access; HPFAR_EL2 holds bits 55:12 of the IPA that stage 2 refused. Click an address to see it in memory.</source>
        <translation>FAR_EL2 是该访问的虚拟地址；HPFAR_EL2 保存被 stage 2 拒绝的 IPA 的位 55:12。单击地址即可在内存中查看。</translation>
    </message>
    <message>
        <source>What the fields of ESR_EL2 say together.</source>
        <translation>ESR_EL2 各字段综合起来的含义。</translation>
    </message>
    <message>
        <source>The bits of ESR_EL2 and what each field says appear here once a lesson or a file is open.</source>
        <translation>打开课程或文件后，ESR_EL2 的各个位以及每个字段的含义将显示在此处。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open in &amp;Decode</source>
        <translation>在“解码”中打开(&amp;D)</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::TableFilterBar</name>
    <message>
        <source>any type</source>
        <translation>任意类型</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>块</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation>contiguous</translation>
    </message>
    <message>
        <source>Normal memory</source>
        <translation>Normal 内存</translation>
    </message>
    <message>
        <source>Device memory</source>
        <translation>Device 内存</translation>
    </message>
    <message>
        <source>what is no mapping</source>
        <translation>不是映射的内容</translation>
    </message>
    <message>
        <source>all tables</source>
        <translation>所有表</translation>
    </message>
    <message>
        <source>Tables to list</source>
        <translation>要列出的表</translation>
    </message>
    <message>
        <source>Which tables are listed.</source>
        <translation>列出哪些表。</translation>
    </message>
    <message>
        <source>input: 0x40000000-0x4fffffff</source>
        <translation>输入：0x40000000-0x4fffffff</translation>
    </message>
    <message>
        <source>Input range</source>
        <translation>输入范围</translation>
    </message>
    <message>
        <source>Only what lies in this range of addresses: first-last, first+size, or one address.</source>
        <translation>只列出位于此地址范围内的：首-末、首+大小，或一个地址。</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output range</source>
        <translation>输出范围</translation>
    </message>
    <message>
        <source>Only what leads into this range: first-last, first+size, or one address.</source>
        <translation>只列出通向此范围的：首-末、首+大小，或一个地址。</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Only what gives all of these rights at one Exception level: letters of rwx.</source>
        <translation>只列出在某个异常级别上给予所有这些权限的：rwx 的字母。</translation>
    </message>
    <message>
        <source>any EL</source>
        <translation>任意 EL</translation>
    </message>
    <message>
        <source>Exception level</source>
        <translation>异常级别</translation>
    </message>
    <message>
        <source>At which Exception level the rights are asked for.</source>
        <translation>在哪个异常级别查询权限。</translation>
    </message>
    <message>
        <source>Type of mapping</source>
        <translation>映射的类型</translation>
    </message>
    <message>
        <source>Only mappings of this type.</source>
        <translation>只列出此类型的映射。</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::TablesView</name>
    <message>
        <source>No tables translate %1 %2: it is out of their range, or its stage is off.</source>
        <translation>没有表转换 %1 %2：它超出其范围，或其阶段已关闭。</translation>
    </message>
    <message>
        <source>Enter opens a table; the tables are read as they are opened.</source>
        <translation>Enter 打开一个表；表在打开时读取。</translation>
    </message>
    <message>
        <source>Type a PA above to see which IPAs and VAs lead there.</source>
        <translation>在上方输入 PA，查看哪些 IPA 和 VA 通向那里。</translation>
    </message>
    <message>
        <source>Which table maps %1</source>
        <translation>哪个表映射 %1</translation>
    </message>
    <message>
        <source>Who maps %1</source>
        <translation>谁映射 %1</translation>
    </message>
    <message>
        <source>Walk for %1</source>
        <translation>为 %1 作遍历</translation>
    </message>
    <message>
        <source>E&amp;xport the mappings…</source>
        <translation>导出映射(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Go to:</source>
        <translation>转到(&amp;G)：</translation>
    </message>
    <message>
        <source>A VA or an IPA shows the entry that translates it, a PA who maps it.</source>
        <translation>VA 或 IPA 显示转换它的表项，PA 显示谁映射它。</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>地址种类</translation>
    </message>
    <message>
        <source>0x9000000, x1 + 8, pa:0x140000000</source>
        <translation>0x9000000, x1 + 8, pa:0x140000000</translation>
    </message>
    <message>
        <source>A number, a register or a sum of them; va:, ipa: or pa: before it says of which kind.</source>
        <translation>一个数字、一个寄存器或它们的和；前面的 va:、ipa: 或 pa: 指明地址种类。</translation>
    </message>
    <message>
        <source>Address to find</source>
        <translation>要查找的地址</translation>
    </message>
    <message>
        <source>The tables that another root is tried for.</source>
        <translation>为其尝试另一个根的表。</translation>
    </message>
    <message>
        <source>Register of the other root</source>
        <translation>另一个根的寄存器</translation>
    </message>
    <message>
        <source>other root</source>
        <translation>另一个根</translation>
    </message>
    <message>
        <source>Another address for the tables of this register, shown as one tree more. Empty: none.</source>
        <translation>此寄存器的表的另一个地址，多显示为一棵树。空：没有。</translation>
    </message>
    <message>
        <source>Other root of tables</source>
        <translation>表的另一个根</translation>
    </message>
    <message>
        <source>Fiel&amp;ds</source>
        <translation>字段(&amp;D)</translation>
    </message>
    <message>
        <source>Shows the chosen descriptor bit by bit.</source>
        <translation>逐位显示所选描述符。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Gives up; what was found before stays.</source>
        <translation>放弃；之前找到的内容保留。</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Mappings</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>Who maps</source>
        <translation>谁映射</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Translation tables</source>
        <translation>转换表</translation>
    </message>
    <message>
        <source>Tables of both stages, entry by entry. Right opens a table.</source>
        <translation>两个阶段的表，逐项列出。按向右键打开一个表。</translation>
    </message>
    <message>
        <source>Ranges of addresses that are mapped alike. Enter goes to the entry.</source>
        <translation>以相同方式映射的地址范围。Enter 转到表项。</translation>
    </message>
    <message>
        <source>Who maps the address</source>
        <translation>谁映射该地址</translation>
    </message>
    <message>
        <source>What looks wrong in the tables. Enter goes to the descriptor.</source>
        <translation>表中看起来有误之处。Enter 转到描述符。</translation>
    </message>
    <message>
        <source>The guest&apos;s translation tables can be browsed here once a lesson or a scenario is open.</source>
        <translation>打开课程或场景后，可在这里浏览客户机的转换表。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Ways to look at the tables</source>
        <translation>查看这些表的方式</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::TimelinePlot</name>
    <message>
        <source>not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>A strip over all intercepts by outcome. Left and Right go to the neighbouring intercept.</source>
        <translation>按结果显示所有拦截的条带。左右方向键转到相邻的拦截。</translation>
    </message>
    <message>
        <source>Each colour and shape is an outcome. Click goes to an intercept, the wheel zooms, dragging moves, a double click shows all.</source>
        <translation>每种颜色和形状表示一种结果。单击转到拦截，滚轮缩放，拖动平移，双击显示全部。</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>Copy as &amp;image</source>
        <translation>复制为图像(&amp;I)</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::TimelineView</name>
    <message>
        <source>All intercepts of what is open, by outcome, are drawn here as a strip once a lesson or a file is open.</source>
        <translation>打开课程或文件后，此处将以条带形式按结果画出已打开内容中的所有拦截。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::WalkBar</name>
    <message>
        <source>A PA is the end of a walk. Type a VA or an IPA here, or look for the PA in Page tables.</source>
        <translation>PA 是遍历的终点。请在这里输入 VA 或 IPA，或在页表面板中查找 PA。</translation>
    </message>
    <message>
        <source>&amp;Walk:</source>
        <translation>遍历(&amp;W)：</translation>
    </message>
    <message>
        <source>A VA goes through both stages, an IPA through stage 2 alone.</source>
        <translation>VA 经过两个阶段，IPA 只经过 stage 2。</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>地址种类</translation>
    </message>
    <message>
        <source>0xffff800008000000, x1 + 8, ipa:0x40000000</source>
        <translation>0xffff800008000000, x1 + 8, ipa:0x40000000</translation>
    </message>
    <message>
        <source>The address to walk for: a number, a register or a sum of them. Enter shows what the access would do with the registers and tables of this step.</source>
        <translation>要为其作遍历的地址：一个数、一个寄存器或它们的和。Enter 显示以此步骤的寄存器和表进行访问会怎样。</translation>
    </message>
    <message>
        <source>Address to walk for</source>
        <translation>要为其作遍历的地址</translation>
    </message>
    <message>
        <source>What is attempted there.</source>
        <translation>在那里尝试什么。</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>With the rights of which Exception level.</source>
        <translation>以哪个异常级别的权限。</translation>
    </message>
    <message>
        <source>Exception level</source>
        <translation>异常级别</translation>
    </message>
    <message>
        <source>PSTATE.PAN: EL1 may not read or write what EL0 may.</source>
        <translation>PSTATE.PAN：EL1 不能读写 EL0 可以读写的内容。</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Shows the walk of the intercept, step by step, instead of one you ask for.</source>
        <translation>逐步显示拦截的遍历，而不是你所询问的遍历。</translation>
    </message>
    <message>
        <source>Fiel&amp;ds</source>
        <translation>字段(&amp;D)</translation>
    </message>
    <message>
        <source>Shows the chosen descriptor bit by bit, with what each field did.</source>
        <translation>逐位显示所选描述符，以及每个字段的作用。</translation>
    </message>
    <message>
        <source>Fields of the chosen descriptor</source>
        <translation>所选描述符的字段</translation>
    </message>
</context>
<context>
    <name>fscope::widgets::WalkView</name>
    <message>
        <source>The policy translates nothing here; this is how the CPU itself walked for the access.</source>
        <translation>策略在此不转换任何内容；这是 CPU 自身为该访问所做的遍历。</translation>
    </message>
    <message>
        <source>One-entry cache: %1</source>
        <translation>单项缓存：%1</translation>
    </message>
    <message>
        <source>Path through the translation tables</source>
        <translation>穿过转换表的路径</translation>
    </message>
    <message>
        <source>Each table that was looked up, the bits that chose the entry, and the descriptor found. Arrow keys walk the tables, Enter goes to the step.</source>
        <translation>查找过的每张表、选择表项的位，以及找到的描述符。方向键可在各表间移动，按 Enter 转到对应步骤。</translation>
    </message>
    <message>
        <source>Descriptors and their fields</source>
        <translation>描述符及其字段</translation>
    </message>
    <message>
        <source>The policy&apos;s translation cache as it is at this step.</source>
        <translation>此步骤时策略的转换缓存。</translation>
    </message>
    <message>
        <source>The way of an address through both stages of tables is drawn here once a lesson or a file is open.</source>
        <translation>打开课程或文件后，此处将画出一个地址穿过两个阶段的转换表所经过的路径。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>The CPU&apos;s own walk of VA %1</source>
        <translation>CPU 自身对 VA %1 的遍历</translation>
    </message>
    <message>
        <source>for a table of stage 1</source>
        <translation>针对 stage 1 的转换表</translation>
    </message>
    <message>
        <source>for the table of stage 1, level %1</source>
        <translation>针对 stage 1 的级别 %1 转换表</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>级别 %1</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>此处没有内容</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>look-ups: %1</source>
        <comment>descriptors read by stage 2 to find a table</comment>
        <translation>查找次数：%1</translation>
    </message>
    <message>
        <source>The address of this table is an IPA: stage 2 translates it first. Click to see that walk.</source>
        <translation>这张表的地址是 IPA：先由 stage 2 转换。单击可查看该遍历。</translation>
    </message>
    <message>
        <source>to update a descriptor of stage 1</source>
        <translation>以更新 stage 1 的描述符</translation>
    </message>
    <message>
        <source>to update the descriptor of stage 1, level %1</source>
        <translation>以更新 stage 1 级别 %1 的描述符</translation>
    </message>
    <message>
        <source>table at %1</source>
        <extracomment>where a table begins</extracomment>
        <translation>表位于 %1</translation>
    </message>
    <message>
        <source>update: %1</source>
        <comment>descriptors read by stage 2 to update a descriptor</comment>
        <translation>更新：%1</translation>
    </message>
    <message>
        <source>Hardware writes to the descriptor, whose address is an IPA: stage 2 has to allow it. Click to see that walk.</source>
        <translation>硬件写入该描述符，其地址是 IPA：stage 2 必须允许。单击查看该遍历。</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>Stage %1</translation>
    </message>
    <message>
        <source>Nothing is translated for this intercept. Type an address above to walk for it.</source>
        <translation>此拦截没有转换任何内容。在上方输入地址为其作遍历。</translation>
    </message>
    <message>
        <source>&amp;Go to this step</source>
        <translation>转到此步骤(&amp;G)</translation>
    </message>
    <message>
        <source>Show the descriptor in &amp;Memory</source>
        <translation>在内存面板中显示描述符(&amp;M)</translation>
    </message>
    <message>
        <source>Show in Page &amp;tables</source>
        <translation>在页表面板中显示(&amp;T)</translation>
    </message>
    <message>
        <source>Fo&amp;ld all stage 2 walks</source>
        <translation>折叠所有 stage 2 遍历(&amp;L)</translation>
    </message>
    <message>
        <source>Unfo&amp;ld all stage 2 walks</source>
        <translation>展开所有 stage 2 遍历(&amp;L)</translation>
    </message>
    <message>
        <source>E&amp;xport the diagram…</source>
        <translation>导出图(&amp;X)…</translation>
    </message>
    <message>
        <source>Export the &amp;walk…</source>
        <translation>导出遍历(&amp;W)…</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>What the access would do. The registers are as the Exception level that takes the fault would see them, PAR_EL1 as an AT instruction would leave it.</source>
        <translation>该访问会怎样。寄存器为处理该错误的异常级别所见，PAR_EL1 为 AT 指令所留下的值。</translation>
    </message>
</context>
</TS>
