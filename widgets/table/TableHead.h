#pragma once

#include "models/tables/TableModel.h"
#include "widgets/base/Command.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QMenu;
class QPushButton;

namespace base {
class PlainLabel;
class SearchLine;
}

namespace table {

class StateChips;

/// Above a table: its title, the honest count, counts by state, the filter, and what else can be chosen.
class TableHead final : public QWidget
{
    Q_OBJECT

public:
    explicit TableHead(const QString &title, QWidget *parent = nullptr);

    QLineEdit &filter() const;
    /// With what an input method is still composing.
    QString filterText() const;
    /// The label selector that is in force, as it was typed.
    QString labels() const { return m_chosenLabels; }
    /// As if it had been typed; tells nobody.
    void setLabels(const QString &selector);
    /// What it holds is made when it opens.
    QMenu &groupMenu() const { return *m_groupMenu; }

    /// What rows say, to be chosen; made when it opens, too. It is not there before it is offered.
    QMenu &onlyMenu() const { return *m_onlyMenu; }
    void offerOnly();

    /// What its controls do, by name.
    std::vector<base::Command> commands();

    void showCount(const QString &text);
    /// Before there are states to show.
    void setKind(const std::string &kind);
    void showStates(const tables::TableCounts &counts, tables::TableModel::HealthSet shown);
    /// What is to be said of the filter; empty when it can be read.
    void showFilterNote(const QString &text);
    void setBrokenFirst(bool on);
    /// The column that rows are grouped by; empty: none.
    void setGroup(const QString &column);
    /// Whether the objects have states at all.
    void setHasStates(bool has);
    /// There is a panel of the selected object that can be shown.
    void offerPanel();
    void setPanelShown(bool shown);

Q_SIGNALS:
    /// With what an input method is still composing.
    void filterTyped(const QString &text);
    /// A label selector that can be read, or none.
    void labelsChosen(const QString &selector);
    void statesChosen(tables::TableModel::HealthSet shown);
    void brokenFirstChosen(bool on);
    void columnsRequested();
    void panelChosen(bool on);

private:
    void makeFilter();
    void makeLabels();
    void chooseLabels();
    void showProblem();

    base::PlainLabel *m_title;
    base::PlainLabel *m_count;
    StateChips *m_chips;
    base::SearchLine *m_filter;
    QLineEdit *m_labels;
    QString m_chosenLabels;
    QPushButton *m_brokenFirst;
    QPushButton *m_group;
    QMenu *m_groupMenu;         ///< by popup(): setMenu() would run an event loop of its own
    QPushButton *m_only;
    QMenu *m_onlyMenu;          ///< by popup(), too
    QPushButton *m_columns;
    QPushButton *m_panel;
    base::PlainLabel *m_error;
    QString m_filterNote, m_labelsProblem;
};

} // namespace table
