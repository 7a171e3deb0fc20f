#include "app/headless/CustomKinds.h"

#include "models/text/Duration.h"
#include "models/text/Json.h"
#include "models/text/Time.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <tuple>

namespace headless {

using base::Result;
using text::Value;

namespace {

/// What orders versions: stable ones first, then beta, then alpha, each by falling numbers; whatever else by its name.
struct VersionRank
{
    int maturity = 0;   ///< 0 stable, 1 beta, 2 alpha, 3 none of them
    int major = 0;
    int minor = 0;
    std::string name;

    bool operator<(const VersionRank &other) const { return std::tie(maturity, other.major, other.minor, name) < std::tie(other.maturity, major, minor, other.name); }
};

/// The number that the text begins with, taken off it; 0 where there is none.
int takeNumber(std::string_view &text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return number;
}

VersionRank rankOf(const std::string &version)
{
    std::string_view rest = version;
    VersionRank rank;
    rank.name = version;
    rank.maturity = 3;
    if (!rest.starts_with('v'))
        return rank;
    rest.remove_prefix(1);
    const int major = takeNumber(rest);
    const bool isBeta = rest.starts_with("beta");
    const bool isAlpha = rest.starts_with("alpha");
    if (isBeta || isAlpha)
        rest.remove_prefix(isBeta ? 4 : 5);
    const int minor = isBeta || isAlpha ? takeNumber(rest) : 0;
    if (major == 0 || !rest.empty() || ((isBeta || isAlpha) && minor == 0))
        return rank;
    return {isAlpha ? 2 : isBeta ? 1 : 0, major, minor, {}};
}

std::vector<std::string> texts(const Value &list)
{
    std::vector<std::string> out;
    for (const Value &item : list.items())
        out.push_back(item.text());
    return out;
}

std::string integerText(const Value &value)
{
    if (value.type() != Value::Type::Number)
        return {};
    if (value.text().find_first_of(".eE") == std::string::npos)
        return value.text();
    return std::to_string(static_cast<long long>(std::strtod(value.text().c_str(), nullptr)));
}

std::string dateText(const Value &value, base::SystemTime now)
{
    if (!value.isString())
        return {};
    if (value.text().empty() || value.text() == "null")
        return "<unknown>";
    const auto time = text::parseTime(value.text());
    return time ? text::humanDuration(std::chrono::duration_cast<std::chrono::milliseconds>(now - time->toSystemTime())) : "<invalid>";
}

/// Nothing where the value is not of the column's type.
std::string cellText(const CustomColumn &column, const Value &object, base::SystemTime now)
{
    const auto found = column.path.find(object);
    if (!found || found->empty())
        return {};
    const Value &value = found->front();
    const std::string &type = column.column.type;
    if (type == "integer")
        return integerText(value);
    if (type == "boolean")
        return value.type() != Value::Type::Boolean ? "" : value.asBoolean() ? "true" : "false";
    if (type == "date")
        return dateText(value, now);
    if (type == "number" && value.type() != Value::Type::Number)
        return {};
    return type == "number" || type == "string" ? column.path.print(object).value_or(std::string()) : std::string();
}

class CustomSource final : public RowSource
{
public:
    CustomSource(std::vector<CustomColumn> columns, const RowExtras &extras, base::SystemTime now) : m_columns(std::move(columns)), m_extras(extras), m_now(now) { }

    kube::ItemFormat format() const override { return kube::ItemFormat::Json; }

    Result<void> read(kube::ItemFormat, std::string_view item, std::string_view, TableRows &rows) override
    {
        const auto object = text::parseJson(item);
        if (!object)
            return object.error();
        const Value &metadata = (*object)["metadata"];
        rows.begin(metadata["namespace"].text());
        rows.cell(metadata["name"].text());
        for (const CustomColumn &column : m_columns)
            rows.cell(cellText(column, *object, m_now));
        rows.extras(m_extras, metadata["labels"], *object);
        return {};
    }

private:
    std::vector<CustomColumn> m_columns;
    RowExtras m_extras;
    base::SystemTime m_now;
};

void addColumn(std::vector<CustomColumn> &columns, const std::string &name, const std::string &type, const std::string &path, bool isWide)
{
    if (auto parsed = text::JsonPath::parse('{' + path + '}'))
        columns.push_back({{{name, isWide ? kube::Shown::Wide : kube::Shown::Always}, type, {}}, std::move(*parsed)});
}

} // namespace

std::vector<kube::ResourceType> definedTypes(const Value &definition)
{
    const Value &spec = definition["spec"];
    const Value &names = spec["names"];
    std::vector<kube::ResourceType> types;
    for (const Value &version : spec["versions"].items()) {
        if (const Value *served = version.find("served"); served && !served->asBoolean())
            continue;
        kube::ResourceType type;
        type.group = spec["group"].text();
        type.version = version["name"].text();
        type.resource = names["plural"].text();
        type.singular = names["singular"].text();
        type.kind = names["kind"].text();
        type.namespaced = spec["scope"].text() == "Namespaced";
        type.verbs = {"get", "list"};
        type.shortNames = texts(names["shortNames"]);
        type.categories = texts(names["categories"]);
        types.push_back(std::move(type));
    }
    std::ranges::stable_sort(types, [](const kube::ResourceType &a, const kube::ResourceType &b) { return rankOf(a.version) < rankOf(b.version); });
    return types;
}

std::vector<CustomColumn> customColumns(const Value &definition, const std::string &version)
{
    std::vector<CustomColumn> columns;
    const auto &versions = definition["spec"]["versions"].items();
    const auto own = std::ranges::find_if(versions, [&](const Value &one) { return one["name"].text() == version; });
    if (own == versions.end() || (*own)["additionalPrinterColumns"].items().empty()) {
        addColumn(columns, "Age", "date", ".metadata.creationTimestamp", false);
        return columns;
    }
    for (const Value &column : (*own)["additionalPrinterColumns"].items())
        addColumn(columns, column["name"].text(), column["type"].text(), column["jsonPath"].text(), column["priority"].asInteger() != 0);
    return columns;
}

std::vector<kube::TableColumn> tableColumns(const std::vector<CustomColumn> &columns)
{
    std::vector<kube::TableColumn> out = {{{"Name", kube::Shown::Always}, "string", "name"}};
    for (const CustomColumn &column : columns)
        out.push_back(column.column);
    return out;
}

std::unique_ptr<RowSource> makeCustomSource(std::vector<CustomColumn> columns, const RowExtras &extras, base::SystemTime now)
{
    return std::make_unique<CustomSource>(std::move(columns), extras, now);
}

} // namespace headless
