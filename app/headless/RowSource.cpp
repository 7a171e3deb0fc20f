#include "app/headless/RowSource.h"

#include "models/fields/ToJson.h"
#include "models/kinds/KindRowReader.h"
#include "models/kube/TableRowReader.h"
#include "models/text/Duration.h"
#include "models/text/Json.h"
#include "models/text/Time.h"

namespace headless {

using base::Result;
using kube::ItemFormat;
using kube::Shown;

namespace {

std::string ageText(const text::Value &metadata, base::SystemTime now)
{
    const auto created = text::parseTime(metadata["creationTimestamp"].text());
    return created ? text::humanDuration(std::chrono::duration_cast<std::chrono::milliseconds>(now - created->toSystemTime())) : "<unknown>";
}

void readNameAndAge(const text::Value &object, const RowExtras &extras, base::SystemTime now, TableRows &rows)
{
    const text::Value &metadata = object["metadata"];
    rows.begin(metadata["namespace"].text());
    rows.cell(metadata["name"].text());
    rows.cell(ageText(metadata, now));
    rows.extras(extras, metadata["labels"], object);
}

class TableSource final : public RowSource
{
public:
    TableSource(const RowExtras &extras, bool namespaceIsKnown, base::SystemTime now) : m_extras(extras), m_namespaceIsKnown(namespaceIsKnown), m_now(now) { }

    ItemFormat format() const override { return ItemFormat::Table; }

    std::string_view includeObject() const override
    {
        if (m_extras.sortKey)
            return "Object";
        return m_extras.needLabels() || !m_namespaceIsKnown ? "Metadata" : "None";
    }

    Result<void> read(ItemFormat, std::string_view item, std::string_view namespaceName, TableRows &rows) override
    {
        const auto parsed = text::parseJson(item);
        if (!parsed)
            return parsed.error();
        const text::Value *cells = parsed->find("cells");
        if (!cells) {
            if (rows.columns.empty())
                rows.columns = localColumns(nullptr);
            readNameAndAge(*parsed, m_extras, m_now, rows);
            return {};
        }
        const text::Value &object = (*parsed)["object"];
        const text::Value &metadata = object["metadata"];
        rows.begin(m_namespaceIsKnown ? namespaceName : std::string_view(metadata["namespace"].text()));
        for (const text::Value &cell : cells->items())
            rows.cell(cell.isString() ? cell.text() : kube::tableCellText(cell));
        rows.extras(m_extras, metadata["labels"], object);
        return {};
    }

private:
    RowExtras m_extras;
    bool m_namespaceIsKnown;
    base::SystemTime m_now;
};

class LocalSource final : public RowSource
{
public:
    LocalSource(const kinds::Kind *kind, const RowExtras &extras, base::SystemTime now) : m_kind(kind), m_extras(extras), m_now(now)
    {
        if (kind)
            m_reader = std::make_unique<kinds::KindRowReader>(*kind, kinds::KeepObject::No);
    }

    ItemFormat format() const override { return m_kind ? ItemFormat::Protobuf : ItemFormat::Json; }

    Result<void> read(ItemFormat format, std::string_view item, std::string_view, TableRows &rows) override
    {
        if (!m_reader) {
            const auto parsed = text::parseJson(item);
            if (!parsed)
                return parsed.error();
            readNameAndAge(*parsed, m_extras, m_now, rows);
            return {};
        }
        const auto row = m_reader->read(format, item);
        if (!row)
            return row.error();
        rows.begin(row->namespaceName);
        for (std::size_t i = 0; i < m_reader->columns().size(); ++i) {
            if (m_reader->columns()[i].shown != Shown::Model)
                rows.cell(row->cells->cell(i).display(m_now));
        }
        return addExtras(format, item, rows);
    }

private:
    Result<void> addExtras(ItemFormat format, std::string_view item, TableRows &rows)
    {
        if (!m_extras.needLabels() && !m_extras.sortKey)
            return {};
        const auto object = format == ItemFormat::Protobuf ? fields::toJson(m_kind->apiVersion, m_kind->kind, item) : text::parseJson(item);
        if (!object)
            return object.error();
        rows.extras(m_extras, (*object)["metadata"]["labels"], *object);
        return {};
    }

    const kinds::Kind *m_kind;
    RowExtras m_extras;
    base::SystemTime m_now;
    std::unique_ptr<kinds::KindRowReader> m_reader;
};

} // namespace

std::unique_ptr<RowSource> makeTableSource(const RowExtras &extras, bool namespaceIsKnown, base::SystemTime now)
{
    return std::make_unique<TableSource>(extras, namespaceIsKnown, now);
}

std::unique_ptr<RowSource> makeLocalSource(const kinds::Kind *kind, const RowExtras &extras, base::SystemTime now)
{
    return std::make_unique<LocalSource>(kind, extras, now);
}

std::string_view serverOrder(std::string_view kind)
{
    return kind == "FlowSchema" ? "MatchingPrecedence" : "";
}

std::vector<kube::TableColumn> localColumns(const kinds::Kind *kind)
{
    if (!kind)
        return {{{"Name", Shown::Always}, "string", "name"}, {{"Age", Shown::Always}, "string", {}}};
    // The one kind of which the server does not say that its name is one, so that kubectl never puts the kind before it.
    const bool isNameKnown = kind->resource != "storageversionmigrations";
    std::vector<kube::TableColumn> columns;
    for (const kube::Column &column : kind->columns) {
        if (column.shown != Shown::Model)
            columns.push_back({column, "string", isNameKnown && column.name == "Name" ? "name" : ""});
    }
    return columns;
}

} // namespace headless
