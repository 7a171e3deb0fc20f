#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/ObjectFetch.h"
#include "widgets/base/Address.h"
#include "widgets/base/Command.h"
#include "widgets/base/Feature.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

class QMenu;

namespace base {
class ClusterView;
class FileExport;
}

namespace table {

class CsvFile;
class GridView;

/// What can be done with the rows of a table: opening, copying in several forms, exporting. In the menu of a row and among the
/// commands of the page.
class RowActions final : public QObject
{
    Q_OBJECT

public:
    /// Objects of more rows are not asked for at once.
    static constexpr std::size_t MostObjects = 50;

    /// Both outlive it.
    RowActions(base::ClusterView &view, kube::ResourceType type, GridView &grid, QObject *parent = nullptr);
    ~RowActions() override;

    /// What features do with rows of this type.
    void setAdded(std::vector<base::RowAction> added) { m_added = std::move(added); }
    std::vector<base::Command> commands();
    void openMenu(const QPoint &globalPosition);

    void copyNames();
    void copyKubectl();
    /// As kubectl get -o yaml writes them, without managed fields; the server is asked for them.
    void copyYaml();
    /// The page of the second selected row, beside the first.
    void compareRows();
    void exportCsv();
    /// The same without asking where.
    void exportTo(const QString &path);

Q_SIGNALS:
    void noticed(const QString &text);
    void openRequested(const base::Address &address);

private:
    /// The selected rows, else the current one.
    std::vector<cluster::NameInNamespace> chosen() const;
    base::Address addressOf(const cluster::NameInNamespace &row) const;
    std::vector<base::Address> chosenAddresses() const;
    std::vector<base::Command> addedCommands();
    QString noRow() const;
    QString noCell() const;
    QString tooManyRows() const;
    QString notTwoRows() const;
    QString noRows() const;
    void copy(const QString &text, int count);
    void takeYaml(const base::Result<std::vector<text::Value>> &objects);

    base::ClusterView &m_view;
    kube::ResourceType m_type;
    GridView &m_grid;
    std::vector<base::RowAction> m_added;
    base::EventLoopExecutor m_executor;
    std::unique_ptr<cluster::ObjectFetch> m_fetch;
    std::optional<base::Address> m_refusal;     ///< where the last one is explained
    QPointer<CsvFile> m_file;
    base::FileExport *m_files;
};

} // namespace table
