#include "models/text/Csv.h"

#include <algorithm>

namespace text {
namespace {

bool looksLikeFormula(std::string_view cell)
{
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
}

/// Walks over the text cell by cell.
class CsvReader
{
public:
    explicit CsvReader(std::string_view text) : m_text(text) { }

    base::Result<std::vector<std::vector<std::string>>> read()
    {
        std::vector<std::vector<std::string>> rows;
        while (m_at < m_text.size()) {
            rows.emplace_back();
            do {
                rows.back().emplace_back();
                if (!readCell(rows.back().back()))
                    return base::makeErrorAt(base::ErrorKind::BadInput, m_problem, m_line);
            } while (take(','));
            if (!endLine())
                return base::makeErrorAt(base::ErrorKind::BadInput, "text between a cell and its comma or line end", m_line);
        }
        return rows;
    }

private:
    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool readCell(std::string &cell)
    {
        if (take('"'))
            return readQuoted(cell);
        const std::size_t end = std::min(m_text.find_first_of(",\r\n", m_at), m_text.size());
        cell = m_text.substr(m_at, end - m_at);
        m_at = end;
        m_problem = "a quote inside a bare cell";
        return cell.find('"') == std::string::npos;
    }

    bool readQuoted(std::string &cell)
    {
        const int opened = m_line;
        for (;;) {
            const std::size_t end = m_text.find('"', m_at);
            const std::string_view part = m_text.substr(m_at, end == std::string_view::npos ? end : end - m_at);
            m_line += static_cast<int>(std::count(part.begin(), part.end(), '\n'));
            cell += part;
            if (end == std::string_view::npos) {
                m_line = opened;
                m_problem = "a quoted cell is never closed";
                return false;
            }
            m_at = end + 1;
            if (!take('"'))
                return true;
            cell += '"';
        }
    }

    bool endLine()
    {
        if (m_at == m_text.size())
            return true;
        take('\r');
        if (!take('\n'))
            return false;
        ++m_line;
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    const char *m_problem = "";
};

} // namespace

void appendCsvRow(std::string &out, std::span<const std::string_view> cells)
{
    const char *separator = "";
    for (const std::string_view cell : cells) {
        out += separator;
        out += looksLikeFormula(cell) ? "\"'" : "\"";
        for (const char c : cell) {
            if (c == '"')
                out += '"';
            out += c;
        }
        out += '"';
        separator = ",";
    }
    out += "\r\n";
}

base::Result<std::vector<std::vector<std::string>>> parseCsv(std::string_view text)
{
    return CsvReader(text).read();
}

} // namespace text
