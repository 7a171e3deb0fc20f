#pragma once

#include "models/detail/YamlPage.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

class QPlainTextEdit;

namespace detail {

/// Brings a text into a view piece by piece, from top to bottom, so that the window is never held up: at once no more than a screen or a few
/// can show, so that it is seen soon, and the rest in later turns of the event loop. Only lines that differ are replaced.
class LazyText final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Turn{4};
    static constexpr std::size_t FirstLines = 256;      ///< of the first turn, at most
    static constexpr std::size_t MostLines = 4096;      ///< of each other turn

    explicit LazyText(QPlainTextEdit *view);

    /// What the view holds once it is finished: what editsOf() begins with.
    const std::shared_ptr<const std::string> &shown() const { return m_shown; }
    /// The edits turn shown() into the page's text. Only when what began before is finished.
    void begin(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits);
    /// Lines from above that hold the page's text by now.
    int filledLines() const { return static_cast<int>(m_line); }
    bool isFinished() const { return m_next == m_edits.size(); }

Q_SIGNALS:
    /// These lines were put in, and the line behind them may have taken over how they looked: filled() follows.
    void replaced(int first, int last);
    /// Lines from the first to before the last hold the page's text now.
    void filled(int first, int last);
    void finished();

private:
    void work(std::size_t most);
    std::size_t step(std::size_t most);
    void fitPiece(std::size_t lines, std::chrono::nanoseconds took);
    void tellSize();
    void replace(std::size_t line, std::size_t removed, std::string_view text);

    QPlainTextEdit *m_view;
    QTimer m_later;
    std::shared_ptr<const std::string> m_shown;
    std::shared_ptr<const YamlPage> m_page;
    std::vector<LineEdit> m_edits;
    std::size_t m_next = 0;         ///< the edit that is worked on
    std::size_t m_line = 0;         ///< of the view, where that is done
    std::size_t m_old = 0;          ///< the line of the text before that stands there
    std::size_t m_piece = 64;       ///< lines that are put in between two looks at the clock
    std::optional<int> m_firstChanged;  ///< line of this turn
};

} // namespace detail
