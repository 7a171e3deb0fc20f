#include "models/kinds/KindRowReader.h"

#include "models/fields/ToJson.h"
#include "models/text/Protobuf.h"

namespace kinds {

using base::Result;
using kube::ItemFormat;
using kube::ReadRow;

KindRowReader::KindRowReader(const Kind &kind, KeepObject keep)
    : m_kind(kind), m_keep(keep), m_reader(kind.fields().plan), m_columns(kind.columns.begin(), kind.columns.end())
{
}

Result<ReadRow> KindRowReader::read(ItemFormat format, std::string_view object)
{
    if (format == ItemFormat::Protobuf && text::isProtobufObject(object)) {
        const auto opened = text::openProtobufObject(object);
        if (!opened)
            return opened.error();
        object = opened->message;
    }
    const auto record = format == ItemFormat::Protobuf ? m_reader.readProtobuf(object) : m_reader.readJson(object);
    if (!record)
        return record.error();
    m_cells.clear();
    m_kind.cells(*record, m_cells);
    const Fields &fields = m_kind.fields();
    ReadRow row;
    row.namespaceName = record->text(fields.namespaceName);
    row.name = record->text(fields.name);
    row.uid = record->text(fields.uid);
    row.resourceVersion = record->text(fields.resourceVersion);
    row.cells = &m_cells;
    if (m_keep == KeepObject::No)
        return row;
    m_stripped.clear();
    const auto stripped = format == ItemFormat::Protobuf ? fields::stripProtobufManagedFields(object, m_stripped)
                                                         : fields::stripJsonManagedFields(object, m_stripped);
    if (!stripped)
        return stripped.error();
    row.object = m_stripped;
    return row;
}

} // namespace kinds
