#pragma once

#include "models/rbac/RiskList.h"

#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace base {
class PlainLabel;
class SearchLine;
}

namespace rbac {

class SeverityChips;

/// What stands above the findings: how many there are, what is folded, and which of them somebody wants to see.
class RisksHead final : public QWidget
{
    Q_OBJECT

public:
    explicit RisksHead(QWidget *parent = nullptr);

    QMenu &exportMenu() { return *m_exportMenu; }
    base::SearchLine &words() { return *m_words; }
    void takeFocus();

    /// Words, severities and what is folded: the part of a wish that is chosen here.
    void addTo(RiskWish &wish) const;
    /// namespaces: that only these are looked at; empty: all.
    void show(const RiskList &list, const QStringList &namespaces);
    void showProgress(const QString &text);
    using QWidget::show;
    void showOnly(Severities severities, const QString &words);
    void save(text::Value &state) const;
    void restore(const text::Value &state);

Q_SIGNALS:
    void wishChanged();

private:
    QHBoxLayout *makeTitle();
    QHBoxLayout *makeFilter();
    QPushButton *makeFold(const QString &text, const QString &tip);
    void recolor();

    base::PlainLabel *m_name = nullptr;
    base::PlainLabel *m_figures = nullptr;
    base::PlainLabel *m_progress = nullptr;
    base::SearchLine *m_words = nullptr;
    SeverityChips *m_chips = nullptr;
    QPushButton *m_foldIncluded = nullptr;
    QPushButton *m_foldDefaults = nullptr;
    QMenu *m_exportMenu = nullptr;
};

} // namespace rbac
