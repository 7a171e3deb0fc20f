#pragma once

#include "models/cluster/LiveRows.h"
#include "models/base/EventLoopExecutor.h"
#include "models/tables/TableModel.h"
#include "models/tables/UserColumnReader.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Feature.h"
#include "widgets/base/Page.h"
#include "widgets/table/LayoutMemory.h"
#include "widgets/table/TablePlace.h"
#include "widgets/table/TableTrace.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QStackedWidget;

namespace base {
class ObjectPanel;
class StateNotice;
}

namespace table {

class BesideTable;
class ColumnChooser;
class GridView;
class RowActions;
class TableHead;

/// All rows of one kind, live: title, honest count, counts by state, filter, and how fresh it is.
class TablePage final : public base::Page
{
    Q_OBJECT

public:
    /// The view outlives it. added: the columns of features.
    TablePage(base::ClusterView &view, const kube::ResourceType &type, std::vector<std::unique_ptr<tables::AddedCells>> added = {}, QWidget *parent = nullptr);
    ~TablePage() override;

    base::Address address() const override;
    QString title() const override;
    QString command() const override;
    QString apiCall() const override;
    bool find() override;
    void showAgain(const base::Address &address) override;
    bool isSettled() const override { return m_settled; }
    /// Its filter, the states that are shown, and where the person is.
    text::Value state() const override;
    void restore(const text::Value &state) override;
    void becameCurrent() override;
    std::vector<base::Command> commands() override;

    /// With what makes the panel of the selected object; without it there is none.
    void offerPanel(std::function<base::ObjectPanel *(QWidget *parent)> make);
    /// What features do with its rows.
    void offerActions(std::vector<base::RowAction> actions);
    /// Puts the keys into the panel or, from there, back into the table; false where there is no panel on screen.
    bool switchToPanel();

    cluster::ConnectedCluster &cluster() const { return m_view.cluster(); }
    tables::TableModel &model() { return *m_model; }
    GridView &grid() { return *m_grid; }

private:
    void connectHead();
    void connectRows();
    /// Asks the server anew, for objects with these labels only; empty: for all.
    void openRows(const QString &labels);
    /// A model and a grid for the rows as they are now; a person's order, filter and columns are kept.
    void makeGrid();
    std::vector<tables::AddedCells *> addedCells() const;
    void applyRows(const kube::Delta &delta);
    void applyLayout();
    void layoutChosen();
    void openChooser();
    void userCellsTaken();
    void openUserColumn(const std::string &name);
    QString userColumnHint() const;
    void showGroup();
    void fillGroupMenu();
    void filterTyped(const QString &typed);
    bool filterByKeys(const QString &typed);
    /// What nothing was found for may be among the rows that came since.
    void filterAgain();
    void namespacesChanged();
    /// To where the person was, once the rows are there and nothing else was chosen.
    void returnToPlace();
    void updateHead(bool isCounted);
    void updateState();
    void settle();
    base::Address addressOf(const QString &key) const;
    void tellPanel(base::ObjectPanel &panel) const;
    QString limitText() const;
    QString viewedName() const;

    base::ClusterView &m_view;
    std::shared_ptr<cluster::LiveRows> m_rows;
    TableTrace m_trace;
    std::vector<std::unique_ptr<tables::AddedCells>> m_added;       ///< the model looks at them
    std::unique_ptr<tables::TableModel> m_model;
    base::EventLoopExecutor m_executor;
    std::unique_ptr<tables::UserColumnReader> m_userColumns;
    TableHead *m_head;
    base::StateNotice *m_strip;
    base::StateNotice *m_middle;
    BesideTable *m_beside;                      ///< holds the stack
    QStackedWidget *m_stack;
    GridView *m_grid = nullptr;
    std::vector<base::RowAction> m_addedActions;
    RowActions *m_actions = nullptr;            ///< of the grid
    QPointer<ColumnChooser> m_chooser;
    LayoutMemory m_memory;
    std::optional<TablePlace> m_wanted;         ///< until all rows are there
    std::optional<std::size_t> m_filteredAt;    ///< how many rows there were when keys were looked for, until all are there
    bool m_settled = false;
    bool m_isFittedToUserCells = false;
    bool m_isReset = false;                 ///< by what the model was just told
};

} // namespace table
