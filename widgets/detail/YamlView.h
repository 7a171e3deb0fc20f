#pragma once

#include "models/detail/YamlPage.h"
#include "widgets/base/SecretClipboard.h"
#include "widgets/base/Theme.h"

#include <unordered_set>
#include <vector>

namespace detail {

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
    /// Comes piece by piece; whoever made the edits began with text().shown().
    void setPage(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits);
    const std::shared_ptr<const YamlPage> &page() const { return m_page; }

    /// What lines stand out by, in the order of the next page; without line numbers. Text stands for a line like any other.
    void setMarks(std::vector<base::Meaning> marks);

    /// The place the cursor is at; -1: none.
    int currentPlace() const;
    /// The place whose lines begin at that line; -1: there is nothing to fold.
    int foldableAt(int line) const;
    bool isFolded(int place) const;
    void setFolded(int place, bool folded);
    void foldAll();
    void unfoldAll();
    /// The innermost place around the cursor.
    void foldHere();
    void unfoldHere();

Q_SIGNALS:
    /// A tool tip is wished for: say() answers, if it comes soon enough.
    void hovered(int place, const QPoint &globalPosition);
    void foldsChanged();

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
    /// Lines from the first to before the last are seen or not, as the folds say.
    void apply(int first, int last);
    void keepCursorVisible();
    template<typename Paint>
    void forEachShown(const QRect &area, Paint &&paint);
    void paintMarks(const QRect &area);
    void paintFolded(const QRect &area);
    void toggleAtLine(int line);
    const text::YamlPlace &place(int index) const { return m_page->places[static_cast<std::size_t>(index)]; }
    void collectHidden();

    LazyText *m_text;
    YamlMargin *m_margin;
    std::shared_ptr<const YamlPage> m_page;
    std::unordered_set<std::uint64_t> m_folded;     ///< names of places
    std::vector<bool> m_hidden;                     ///< by line
    std::vector<int> m_foldable;                    ///< by line: the place that can be folded there, or -1
    std::vector<base::Meaning> m_marks;             ///< by line
    bool m_isFirst = true;
    bool m_isApplying = false;
};

} // namespace detail
