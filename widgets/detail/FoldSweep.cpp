#include "widgets/detail/FoldSweep.h"

#include "models/detail/YamlFolds.h"

#include <QElapsedTimer>
#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace detail {

namespace {

constexpr int pieceLines = 512;     ///< between two looks at the clock

} // namespace

FoldSweep::FoldSweep(QPlainTextEdit *view, const YamlFolds &folds) : QObject(view), m_view(view), m_folds(folds)
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, [this] {
        work();
        if (isFinished())
            Q_EMIT finished();
    });
}

void FoldSweep::add(int first, int last)
{
    if (first < last)
        m_waiting.emplace_back(first, last);
    work();
}

void FoldSweep::restart(int from, int last)
{
    from = std::clamp(from, 0, last);
    m_waiting.clear();
    if (from > 0)
        m_waiting.emplace_back(0, from);
    add(from, last);
}

void FoldSweep::clear()
{
    m_waiting.clear();
    m_later.stop();
}

void FoldSweep::reveal(int first, int last)
{
    prepare(first, last);
    tellSize();
}

void FoldSweep::work()
{
    QElapsedTimer clock;
    clock.start();
    int left = MostLines;
    while (!m_waiting.empty() && left > 0 && !clock.hasExpired(Turn.count())) {
        auto &[first, last] = m_waiting.back();
        const int end = std::min({last, first + pieceLines, first + left});
        prepare(first, end);
        left -= end - first;
        first = end;
        if (first == last)
            m_waiting.pop_back();
    }
    tellSize();
    if (isFinished())
        m_later.stop();
    else
        m_later.start();
}

void FoldSweep::prepare(int first, int last)
{
    int line = std::max(first, 0);
    QTextBlock block = m_view->document()->findBlockByNumber(line);
    while (line < last && block.isValid()) {
        const YamlFolds::Run run = m_folds.run(line, last);
        for (; line < run.end && block.isValid(); ++line, block = block.next()) {
            if (block.isVisible() == run.isSeen)
                continue;
            block.setVisible(run.isSeen);
            block.setLineCount(run.isSeen ? 1 : 0);
            m_isChanged = true;
        }
    }
}

/// The scroll bars follow from it, which costs as many steps as there are hidden lines at the end.
void FoldSweep::tellSize()
{
    if (!std::exchange(m_isChanged, false))
        return;
    auto *layout = static_cast<QPlainTextDocumentLayout *>(m_view->document()->documentLayout());
    layout->requestUpdate();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
}

} // namespace detail
