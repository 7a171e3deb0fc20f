#pragma once

#include "models/cluster/LiveRows.h"
#include "models/tables/TableModel.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Page.h"
#include "widgets/table/TableTrace.h"

#include <memory>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace base {
class PlainLabel;
class StateNotice;
}

namespace table {

class GridView;
class StateChips;

/// All rows of one kind, live: title, honest count, counts by state, filter, and how fresh it is.
class TablePage final : public base::Page
{
    Q_OBJECT

public:
    /// The view outlives it.
    TablePage(base::ClusterView &view, const kube::ResourceType &type, QWidget *parent = nullptr);
    ~TablePage() override;

    base::Address address() const override;
    QString title() const override;
    QString command() const override;
    bool isSettled() const override { return m_settled; }
    void becameCurrent() override;

    cluster::ConnectedCluster &cluster() const { return m_view.cluster(); }
    tables::TableModel &model() { return *m_model; }
    GridView &grid() { return *m_grid; }

private:
    QWidget *makeHead();
    void connectRows();
    /// A model and a grid for the rows as they are now; a person's order, filter and columns are kept.
    void makeGrid();
    void takeOver(const tables::TableModel &before);
    void filterTyped();
    void namespacesChanged();
    void fillColumnMenu();
    void updateHead(bool isCounted);
    void updateState();
    void settle();
    void openKey(const QString &key);
    QString limitText() const;

    base::ClusterView &m_view;
    std::shared_ptr<cluster::LiveRows> m_rows;
    TableTrace m_trace;
    std::unique_ptr<tables::TableModel> m_model;
    base::PlainLabel *m_title;
    base::PlainLabel *m_count;
    StateChips *m_chips;
    QLineEdit *m_filter;
    QPushButton *m_brokenFirst;
    QPushButton *m_columns;
    base::PlainLabel *m_filterError;
    base::StateNotice *m_strip;
    base::StateNotice *m_middle;
    QStackedWidget *m_stack;
    GridView *m_grid = nullptr;
    bool m_settled = false;
};

} // namespace table
