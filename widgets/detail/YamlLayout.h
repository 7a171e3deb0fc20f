#pragma once

#include <QPlainTextDocumentLayout>
#include <QTextCharFormat>

namespace detail {

/// Lays out and colors a line of YAML when it is seen first, and not before: lines that are folded away, and the many that nobody scrolls
/// to, cost nothing. Keys stand out from their values.
class YamlLayout final : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    explicit YamlLayout(QTextDocument *document);

    QRectF blockBoundingRect(const QTextBlock &block) const override;

protected:
    void documentChanged(int from, int removed, int added) override;

private:
    void recolor();
    void color(QTextBlock block) const;

    QTextCharFormat m_key;
    int m_theme = 0;                    ///< counts them; the user state of a line is that in which it was colored
    mutable bool m_isColoring = false;
};

} // namespace detail
