#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/tables/UserColumn.h"

#include <QDialog>

#include <optional>
#include <vector>

class QLineEdit;
class QPushButton;
class QTableWidget;
class QTimer;

namespace base {
class PlainLabel;
}

namespace table {

class GridView;

/// Where a person makes a column of their own: a name and a path, and what the path finds in the current row and in some others while it
/// is typed.
class UserColumnDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The grid outlives it. edited: a column of its model, or empty for a new one. hint: what cannot be found here; may be empty.
    UserColumnDialog(GridView &grid, const std::string &edited, const QString &hint, QWidget *parent);

Q_SIGNALS:
    /// All columns that a person made, in their order.
    void chosen(const std::vector<tables::UserColumn> &columns);

private:
    void makeForm(const QString &hint);
    void pathTyped();
    void check();
    void preview();
    void showPreview(const tables::UserValues &values);
    void suggestPaths(const tables::PackedObjects &objects);
    tables::PackedObjects someObjects() const;
    QString nameProblem() const;
    QString nameOfPath() const;
    void save();

    GridView &m_grid;
    std::string m_edited;
    base::EventLoopExecutor m_executor;
    QLineEdit *m_name;
    QLineEdit *m_path;
    base::PlainLabel *m_problem;
    QTableWidget *m_preview;
    QPushButton *m_save = nullptr;
    QTimer *m_pause;
    std::optional<tables::UserPath> m_parsed;
    base::Job m_job;
};

} // namespace table
