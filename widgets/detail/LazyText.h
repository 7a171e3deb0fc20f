#pragma once

#include "models/detail/YamlPage.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QPlainTextEdit;

namespace detail {

/// Brings a text into a view piece by piece, from top to bottom, so that the window is never held up: at once what takes no longer than
/// Turn, the rest in later turns of the event loop. Only lines that differ are replaced.
class LazyText final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Turn{6};
    static constexpr std::size_t MostLines = 60;       ///< of one piece, which is put in without looking at the clock

    explicit LazyText(QPlainTextEdit *view);

    /// What the view holds once it is finished: what editsOf() begins with.
    const std::shared_ptr<const std::string> &shown() const { return m_shown; }
    /// The edits turn shown() into the page's text. Only when what began before is finished.
    void begin(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits);
    /// Lines from above that hold the page's text by now.
    int filledLines() const { return static_cast<int>(m_line); }
    bool isFinished() const { return m_next == m_edits.size(); }

Q_SIGNALS:
    /// Lines from the first to before the last hold the page's text now.
    void filled(int first, int last);
    void finished();

private:
    void work();
    void step();
    void replace(std::size_t line, std::size_t removed, std::string_view text);

    QPlainTextEdit *m_view;
    QTimer m_later;
    std::shared_ptr<const std::string> m_shown;
    std::shared_ptr<const YamlPage> m_page;
    std::vector<LineEdit> m_edits;
    std::size_t m_next = 0;         ///< the edit that is worked on
    std::size_t m_line = 0;         ///< of the view, where that is done
    std::size_t m_old = 0;          ///< the line of the text before that stands there
};

} // namespace detail
