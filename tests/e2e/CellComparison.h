#pragma once

#include "models/fields/Record.h"
#include "models/kinds/Kind.h"
#include "models/text/Json.h"
#include "models/text/JsonStream.h"
#include "models/text/ProtobufStream.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace e2e {

enum class Wire { Json, Protobuf };

/// What a comparison of our cells with those of a server found.
struct CellComparison
{
    std::size_t objects = 0;
    std::size_t cells = 0;
    std::vector<std::string> differences;
};

inline std::string readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The names of what record_kinds.py recorded in a folder: "apps.v1.deployments".
inline std::vector<std::string> recordingsIn(const std::filesystem::path &folder)
{
    constexpr std::string_view ending = ".table.json";
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        if (std::string name = entry.path().filename().string(); name.ends_with(ending))
            names.push_back(name.substr(0, name.size() - ending.size()));
    std::sort(names.begin(), names.end());
    return names;
}

/// One recorded list, compared cell by cell with the Table the server made of it.
class RecordedKind
{
public:
    RecordedKind(const std::filesystem::path &folder, const std::string &name)
        : m_path(folder / name), m_table(text::parseJson(readFile(folder / (name + ".table.json"))).value_or(text::Value()))
    {
        m_kind = kinds::findKind(m_table["apiVersion"].text(), m_table["kind"].text());
        for (const text::Value &row : m_table["rows"].items())
            m_rows[row["namespace"].text() + "/" + row["name"].text()] = &row;
    }

    const kinds::Kind *kind() const { return m_kind; }
    std::string title() const { return m_table["apiVersion"].text() + " " + m_table["kind"].text(); }
    bool has(Wire wire) const { return std::filesystem::exists(listPath(wire)); }

    /// The kind's names and columns against those of the server.
    CellComparison compareColumns() const
    {
        CellComparison result;
        std::vector<std::string> ours;
        for (const kube::Column &column : m_kind->columns)
            if (column.shown != kube::Shown::Model)
                ours.push_back(column.name + (column.shown == kube::Shown::Wide ? "*" : ""));
        std::vector<std::string> theirs;
        for (const text::Value &column : m_table["columns"].items())
            theirs.push_back(column["name"].text() + (column["priority"].text() != "0" ? "*" : ""));
        if (ours != theirs)
            result.differences.push_back("columns: " + joined(ours) + " instead of " + joined(theirs));
        if (m_kind->resource != m_table["resource"].text() || m_kind->namespaced != m_table["namespaced"].asBoolean())
            result.differences.push_back("resource or scope differ");
        return result;
    }

    CellComparison compareCells(Wire wire) const
    {
        CellComparison result;
        const std::string list = readFile(listPath(wire));
        text::JsonListSplitter json;
        text::ProtobufListSplitter protobuf;
        text::ListSplitter &splitter = wire == Wire::Json ? static_cast<text::ListSplitter &>(json) : protobuf;
        fields::ObjectReader reader(m_kind->fields().plan);
        const auto fed = splitter.feed(list, [&](std::string_view item) {
            const auto object = wire == Wire::Json ? reader.readJson(item) : reader.readProtobuf(item);
            if (object)
                compareObject(*object, result);
            else
                result.differences.push_back("unreadable: " + object.error().message);
        });
        if (!fed)
            result.differences.push_back(fed.error().message);
        if (result.objects != m_rows.size())
            result.differences.push_back(std::to_string(result.objects) + " objects, " + std::to_string(m_rows.size()) + " rows");
        return result;
    }

private:
    static std::string joined(const std::vector<std::string> &texts)
    {
        std::string all;
        for (const std::string &text : texts)
            all += (all.empty() ? "" : "|") + text;
        return all;
    }

    std::filesystem::path listPath(Wire wire) const
    {
        return m_path.string() + (wire == Wire::Json ? ".list.json" : ".list.pb");
    }

    static std::string shown(const text::Value &cell)
    {
        if (cell.type() == text::Value::Type::Boolean)
            return cell.asBoolean() ? "true" : "false";
        return cell.isNull() ? "<nil>" : cell.text();
    }

    /// An age is right when it was so at some moment of the recording; times finer than a second make it up to a second older.
    bool isEqual(const kube::Cell &cell, const std::string &wanted) const
    {
        const std::int64_t slack = cell.type == kube::Cell::Type::Age ? 1000 : 0;
        for (std::int64_t at = m_table["before"].asInteger() - slack; at <= m_table["after"].asInteger(); at += 5)
            if (cell.display(base::SystemTime(std::chrono::milliseconds(at))) == wanted)
                return true;
        return cell.display(base::SystemTime(std::chrono::milliseconds(m_table["after"].asInteger()))) == wanted;
    }

    void compareObject(const fields::Record &object, CellComparison &result) const
    {
        const kinds::Fields &fields = m_kind->fields();
        const std::string name = std::string(object.text(fields.namespaceName)) + "/" + std::string(object.text(fields.name));
        ++result.objects;
        const auto row = m_rows.find(name);
        if (row == m_rows.end())
            return result.differences.push_back("no row for " + name);
        kube::CellWriter cells;
        m_kind->cells(object, cells);
        if (cells.size() != m_kind->columns.size())
            return result.differences.push_back(name + ": " + std::to_string(cells.size()) + " cells");
        const text::Value::List &wanted = (*row->second)["cells"].items();
        std::size_t place = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (m_kind->columns[i].shown == kube::Shown::Model)
                continue;
            const std::string text = place < wanted.size() ? shown(wanted[place]) : "no cell";
            ++place;
            ++result.cells;
            if (!isEqual(cells.cell(i), text))
                result.differences.push_back(name + ", " + m_kind->columns[i].name + ": '"
                                             + cells.cell(i).display(base::SystemTime(std::chrono::milliseconds(m_table["after"].asInteger())))
                                             + "' instead of '" + text + "'");
        }
    }

    std::filesystem::path m_path;
    text::Value m_table;
    const kinds::Kind *m_kind = nullptr;
    std::map<std::string, const text::Value *> m_rows;
};

} // namespace e2e
