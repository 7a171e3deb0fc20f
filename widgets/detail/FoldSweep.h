#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <utility>
#include <vector>

class QPlainTextEdit;

namespace detail {

class YamlFolds;

/// Shows and hides the lines of a view as its folds say, piece by piece, so that the window is never held up: at once what takes no longer
/// than Turn, the rest in later turns of the event loop.
class FoldSweep final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Turn{4};
    static constexpr int MostLines = 8192;              ///< of one turn

    /// The folds outlive it.
    FoldSweep(QPlainTextEdit *view, const YamlFolds &folds);

    /// Lines from the first to before the last are looked at, before all others that still wait.
    void add(int first, int last);
    /// All lines before `last`, and those from `from` on first; nothing else waits any more.
    void restart(int from, int last);
    void clear();
    /// At once, however long it takes.
    void reveal(int first, int last);
    /// The same, but the view is told only with the next add().
    void prepare(int first, int last);
    bool isFinished() const { return m_waiting.empty(); }

Q_SIGNALS:
    /// Something had waited, and nothing does any more.
    void finished();

private:
    void work();
    void tellSize();

    QPlainTextEdit *m_view;
    const YamlFolds &m_folds;
    QTimer m_later;
    std::vector<std::pair<int, int>> m_waiting;         ///< lines, the next ones last
    bool m_isChanged = false;                           ///< what the view was not told yet
};

} // namespace detail
