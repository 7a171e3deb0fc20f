#pragma once

#include "models/kinds/Kind.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

/// The moment at which the tests look: 2026-01-01T00:00:00Z.
inline base::SystemTime testNow()
{
    return base::SystemTime(std::chrono::seconds(1'767'225'600));
}

/// The cells of one object as a person sees them, by column name; the tests' own "no such kind" when it is not there.
class PrintedCells
{
public:
    PrintedCells(std::string_view apiVersion, std::string_view kind, const std::string &json)
    {
        const kinds::Kind *found = kinds::findKind(apiVersion, kind);
        if (!found)
            return;
        m_columns = found->columns;
        fields::ObjectReader reader(found->fields().plan);
        if (const auto object = reader.readJson(json))
            found->cells(*object, m_cells);
        else
            m_error = object.error().message;
    }

    std::string text(std::string_view column) const
    {
        for (std::size_t i = 0; i < m_cells.size() && i < m_columns.size(); ++i)
            if (m_columns[i].name == column)
                return m_cells.cell(i).display(testNow());
        return m_error.empty() ? "no such column" : m_error;
    }

    kube::Cell::Type type(std::string_view column) const
    {
        for (std::size_t i = 0; i < m_cells.size() && i < m_columns.size(); ++i)
            if (m_columns[i].name == column)
                return m_cells.cell(i).type;
        return kube::Cell::Type::Text;
    }

private:
    std::span<const kube::Column> m_columns;
    kube::CellWriter m_cells;
    std::string m_error;
};
