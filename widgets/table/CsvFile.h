#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/tables/TableModel.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <string>

namespace table {

/// Writes the rows of a table as CSV: those that are shown, in their order, the columns that are shown. It takes the rows in slices, so
/// that the window never waits, and the file appears as a whole or not at all. Rows that go meanwhile are left out.
class CsvFile final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Slice{6};

    /// The model outlives it.
    CsvFile(const tables::TableModel &model, const QList<int> &columns, QString path, QObject *parent = nullptr);

Q_SIGNALS:
    /// With an error when nothing was written. It may be deleted then.
    void finished(const base::Result<void> &result, std::size_t rows);

private:
    struct Row { kube::RowId id; std::string key; };

    void takeSlice();
    void take(const Row &row);
    void write();

    const tables::TableModel &m_model;
    QList<int> m_columns;
    QString m_path;
    std::vector<Row> m_rows;                    ///< an id may name another object later, with another key
    std::size_t m_next = 0;
    std::size_t m_taken = 0;
    std::string m_text;
    QTimer m_turns;
    base::EventLoopExecutor m_executor;
    base::Job m_write;
};

} // namespace table
