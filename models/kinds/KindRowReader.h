#pragma once

#include "models/kinds/Kind.h"
#include "models/kube/RowReader.h"

namespace kinds {

/// What of an object goes along with its row.
enum class KeepObject { No, Yes };

/// Reads the rows of one built-in kind from JSON and protobuf, with the cells this program computes itself.
class KindRowReader final : public kube::RowReader
{
public:
    KindRowReader(const Kind &kind, KeepObject keep);

    const std::vector<kube::Column> &columns() const override { return m_columns; }
    /// Json: one object. Protobuf: one object with its envelope, or an item of a list without one.
    base::Result<kube::ReadRow> read(kube::ItemFormat format, std::string_view object) override;

private:
    const Kind &m_kind;
    KeepObject m_keep;
    fields::ObjectReader m_reader;
    kube::CellWriter m_cells;
    std::vector<kube::Column> m_columns;
    std::string m_stripped;
};

} // namespace kinds
