#pragma once

#include "models/detail/YamlFolds.h"
#include "widgets/base/SecretClipboard.h"
#include "widgets/base/Theme.h"

#include <vector>

namespace detail {

class FoldSweep;
class LazyText;
class YamlMargin;

/// YAML to read: line numbers, and every mapping and sequence can be folded. What is folded stays so while the object changes.
/// Keys: minus folds what the cursor is in, plus unfolds it, slash folds all, asterisk unfolds all.
class YamlView final : public base::SecretEdit
{
    Q_OBJECT

public:
    explicit YamlView(QWidget *parent = nullptr);

    LazyText &text() { return *m_text; }
    /// All of the text is there, and what is folded is hidden.
    bool isSettled() const;
    /// Comes piece by piece; whoever made the edits began with text().shown().
    void setPage(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits);
    const std::shared_ptr<const YamlPage> &page() const { return m_page; }

    /// What lines stand out by, in the order of the next page; without line numbers. Text stands for a line like any other.
    void setMarks(std::vector<base::Meaning> marks);

    /// The place the cursor is at; -1: none.
    int currentPlace() const;
    bool isFolded(int place) const { return m_folds.isFolded(place); }
    void setFolded(int place, bool folded);
    /// At once on screen, as far as that does not take long; the rest follows.
    void foldAll();
    void unfoldAll();
    /// The innermost place around the cursor.
    void foldHere();
    void unfoldHere();

Q_SIGNALS:
    /// A tool tip is wished for: say() answers, if it comes soon enough.
    void hovered(int place, const QPoint &globalPosition);
    void foldsChanged();
    /// They are seen at last, after a while.
    void foldsShown();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class YamlMargin;
    void filled(int first, int last);
    void placeMargin();
    void showFolds();
    int filledLines() const;
    void keepCursorVisible();
    int foldableAt(int line) const { return m_page ? m_page->foldableAt(line) : -1; }
    /// The block behind that one, past what is hidden.
    QTextBlock nextShown(const QTextBlock &block) const;
    template<typename Paint>
    void forEachShown(const QRect &area, Paint &&paint);
    void paintMarks(const QRect &area);
    void paintText(const QRect &area);
    void paintFolded(const QRect &area);
    void toggleAtLine(int line);
    const text::YamlPlace &place(int index) const { return m_page->places[static_cast<std::size_t>(index)]; }

    YamlFolds m_folds;
    FoldSweep *m_sweep;
    LazyText *m_text;
    YamlMargin *m_margin;
    std::shared_ptr<const YamlPage> m_page;
    std::vector<base::Meaning> m_marks;     ///< by line
    bool m_isFirst = true;
    bool m_isApplying = false;
};

} // namespace detail
