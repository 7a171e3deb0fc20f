#pragma once

#include "app/headless/CommandLine.h"
#include "app/headless/TableRows.h"
#include "models/kube/ResourceType.h"
#include "models/text/TextTable.h"

#include <iosfwd>

namespace headless {

/// Prints groups of rows as kubectl prints tables: a header and a new alignment for each kind, an empty line between kinds.
class TableOutput
{
public:
    /// withKind: names become "kind.group/name", because several kinds are printed.
    enum class Names { Plain, WithKind };

    TableOutput(const Invocation &invocation, Names names, std::ostream &out);

    /// The rows of one kind; nothing is printed for none.
    void group(const kube::ResourceType &type, const TableRows &rows);
    /// More rows of the last group, for a watch: without a header, at once.
    void more(const TableRows &rows);
    bool hasPrinted() const { return m_hasPrinted; }

private:
    std::vector<std::size_t> shownColumns(const TableRows &rows) const;
    void header(const kube::ResourceType &type, const TableRows &rows);
    void print(const TableRows &rows);
    void writeCsv(const std::vector<std::string_view> &cells);
    void line(const std::vector<std::string_view> &cells);
    void write(std::string_view text);

    const Invocation &m_invocation;
    Names m_names;
    std::ostream &m_out;
    text::TextTable m_table;
    kube::ResourceType m_type;
    bool m_withNamespace = false;
    bool m_hasPrinted = false;
    bool m_separatorDue = false;
};

} // namespace headless
