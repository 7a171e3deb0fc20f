#include "widgets/table/CsvFile.h"

#include "models/platform/Aside.h"
#include "models/platform/DurableFile.h"
#include "models/text/Csv.h"
#include "models/text/Plain.h"

#include <QElapsedTimer>

#include <utility>

namespace table {

namespace {

void appendLine(std::string &text, const std::vector<std::string> &cells)
{
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    text::appendCsvRow(text, views);
}

} // namespace

CsvFile::CsvFile(const tables::TableModel &model, const QList<int> &columns, QString path, QObject *parent)
    : QObject(parent), m_model(model), m_columns(columns), m_path(std::move(path))
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.isGroup(row))
            m_rows.push_back({model.rowId(row), model.key(row)});
    }
    std::vector<std::string> names;
    for (const int column : m_columns)
        names.push_back(model.columns()[static_cast<std::size_t>(column)].title());
    appendLine(m_text, names);
    connect(&m_turns, &QTimer::timeout, this, &CsvFile::takeSlice);
    m_turns.start(0);
}

void CsvFile::takeSlice()
{
    QElapsedTimer turn;
    turn.start();
    while (m_next < m_rows.size() && !turn.hasExpired(Slice.count()))
        take(m_rows[m_next++]);
    if (m_next < m_rows.size())
        return;
    m_turns.stop();
    write();
}

void CsvFile::take(const Row &row)
{
    const kube::Store &store = m_model.source().store();
    if (!store.contains(row.id) || store.key(row.id) != row.key)
        return;
    std::vector<std::string> cells;
    for (const int column : m_columns)
        cells.push_back(text::plain(m_model.source().cell(row.id, static_cast<std::size_t>(column)).display(m_model.now())));
    appendLine(m_text, cells);
    ++m_taken;
}

void CsvFile::write()
{
    m_write = platform::runAside(m_executor, [this, path = m_path.toStdString(), text = std::move(m_text)](std::stop_token) -> base::Task {
        return [this, result = platform::writeDurably(path, text)] { Q_EMIT finished(result, m_taken); };
    });
}

} // namespace table
