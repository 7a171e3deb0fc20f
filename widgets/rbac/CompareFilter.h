#pragma once

#include "models/rbac/ComparisonList.h"

#include <QWidget>

#include <array>

class QMenu;
class QToolButton;

namespace base {
class SearchLine;
}

namespace rbac {

/// Which rows of a comparison somebody wants to see: on which side, with which words.
class CompareFilter final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareFilter(QWidget *parent = nullptr);

    QMenu &exportMenu() { return *m_exportMenu; }
    base::SearchLine &words() { return *m_words; }
    void takeFocus();
    void addTo(ComparisonWish &wish) const;
    /// Null: nothing is counted yet.
    void show(const ComparisonList *list);
    using QWidget::show;

Q_SIGNALS:
    void wishChanged();

private:
    void recolor();
    void makeEven();

    std::array<QToolButton *, SideCount> m_chips{};
    base::SearchLine *m_words;
    QMenu *m_exportMenu;
};

} // namespace rbac
