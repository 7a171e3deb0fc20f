#include "models/detail/PrintedColumns.h"

#include "models/detail/Sections.h"
#include "models/schema/Definition.h"
#include "models/text/Json.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace detail {

namespace {

constexpr std::size_t mostColumns = 60;
/// Of one cell; definitions are anybody's.
constexpr text::JsonPath::Limits limits{16 * 1024, 20'000};
constexpr const char *tableType = "application/json;as=Table;v=v1;g=meta.k8s.io";

/// The name and the age stand elsewhere on the page.
bool isTold(const text::Value &column)
{
    static constexpr std::array<std::string_view, 2> paths{".metadata.name", ".metadata.creationTimestamp"};
    return std::ranges::find(paths, column["jsonPath"].text()) != paths.end();
}

Part partOf(const PrintedColumn &column, const std::string &cell)
{
    const auto time = column.isTime ? timeOf(text::Value::string(cell)) : std::nullopt;
    return time ? wordsPart(Phrase({}, {Argument::age(*time)})) : textPart(cell);
}

void addCell(Section &section, const std::string &name, const std::string &description, Part part)
{
    addNamedRow(section, name, {{std::move(part)}});
    section.rows.back().description = description;
}

bool mayNotRead(const base::Error &error)
{
    using base::ErrorKind;
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::NotFound;
}

} // namespace

std::vector<PrintedColumn> printedColumns(const text::Value &definition, std::string_view version)
{
    std::vector<PrintedColumn> columns;
    for (const text::Value &each : definition["spec"]["versions"].items()) {
        if (each["name"].text() != version)
            continue;
        for (const text::Value &column : each["additionalPrinterColumns"].items()) {
            auto path = text::JsonPath::parse('{' + column["jsonPath"].text() + '}');
            if (path && !isTold(column) && columns.size() < mostColumns)
                columns.push_back({column["name"].text(), column["description"].text(), column["type"].text() == "date", std::move(*path)});
        }
    }
    return columns;
}

PrintedColumns::PrintedColumns(kube::Api &api, base::Executor &consumer, ObjectName name, std::function<void()> changed)
    : m_api(api), m_consumer(consumer), m_name(std::move(name)), m_changed(std::move(changed))
{
}

void PrintedColumns::follow(std::shared_ptr<const text::Value> object)
{
    m_object = std::move(object);
    if (m_answer.isRunning())
        return;
    if (m_source == Source::Server)
        askServer();
    else if (!m_isDefined)
        askDefinition();
}

void PrintedColumns::askDefinition()
{
    kube::ApiRequest request;
    request.path = schema::definitionPath(m_name.type.qualifiedName());
    ask(std::move(request), &PrintedColumns::takeDefinition);
}

/// A kind of an aggregated API has no definition, and most people may not read any.
void PrintedColumns::takeDefinition(const base::Result<kube::ApiAnswer> &answer)
{
    if (!answer && mayNotRead(answer.error())) {
        m_source = Source::Server;
        return askServer();
    }
    const auto definition = answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error());
    if (!definition)
        return;
    m_isDefined = true;
    m_columns = printedColumns(*definition, m_name.type.version);
    m_changed();
}

void PrintedColumns::askServer()
{
    const std::string &version = (*m_object)["metadata"]["resourceVersion"].text();
    if (version == m_printedVersion)
        return;
    m_printedVersion = version;
    kube::ApiRequest request;
    request.path = kube::objectPath(m_name.type, m_name.namespaceName, m_name.name);
    request.accept = tableType;
    request.add("includeObject", "None");
    ask(std::move(request), &PrintedColumns::takeRow);
}

void PrintedColumns::takeRow(const base::Result<kube::ApiAnswer> &answer)
{
    const auto table = answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error());
    if (!table)
        return;
    m_cells = cellsOf(*table);
    m_changed();
    askServer(); // it may be another one by now
}

/// Times are left out: the server tells them as ages, which are true for a moment only.
std::vector<PrintedColumns::Cell> PrintedColumns::cellsOf(const text::Value &table)
{
    std::vector<Cell> cells;
    const auto &columns = table["columnDefinitions"].items();
    const auto &rows = table["rows"].items();
    const text::Value &values = rows.empty() ? table["rows"] : rows.front()["cells"];
    for (std::size_t i = 0; i < std::min({columns.size(), values.items().size(), mostColumns}); ++i) {
        const text::Value &column = columns[i];
        std::string cell = shown(values.items()[i]);
        if (column["format"].text() != "name" && column["type"].text() != "date" && !cell.empty())
            cells.push_back({column["name"].text(), column["description"].text(), std::move(cell)});
    }
    return cells;
}

/// The token of the outer job keeps what is delivered later from reaching one that is gone.
void PrintedColumns::ask(kube::ApiRequest request, void (PrintedColumns::*take)(const base::Result<kube::ApiAnswer> &answer))
{
    auto [job, token] = base::Job::make();
    m_answer = std::move(job);
    m_request = m_api.fetch(std::move(request), [this, take, token = token, &consumer = m_consumer](base::Result<kube::ApiAnswer> answer) {
        token.deliver([&] {
            consumer.post([this, take, token, answer = std::move(answer)] { token.finish([&] { (this->*take)(answer); }); });
        });
    });
}

void PrintedColumns::addTo(Summary &summary) const
{
    if (!m_object)
        return;
    Section section{Phrase(QT_TR_NOOP("In short")), {}};
    for (const PrintedColumn &column : m_columns) {
        const auto cell = column.path.print(*m_object, limits);
        if (cell && !cell->empty())
            addCell(section, column.name, column.description, partOf(column, *cell));
    }
    for (const Cell &cell : m_cells)
        addCell(section, cell.name, cell.description, textPart(cell.text));
    Summary printed;
    addSection(printed, std::move(section));
    const bool hasOwners = !summary.sections.empty() && summary.sections.front().title == ownersTitle();
    summary.sections.insert(summary.sections.begin() + hasOwners, printed.sections.begin(), printed.sections.end());
}

} // namespace detail
