#include "models/kube/ItemStreams.h"

#include "models/fields/Record.h"
#include "models/http/Meta.h"
#include "models/kube/Status.h"
#include "models/text/Json.h"
#include "models/text/JsonStream.h"
#include "models/text/Protobuf.h"
#include "models/text/ProtobufStream.h"

#include <array>

namespace kube {

namespace {

constexpr std::string_view protobufType = "application/vnd.kubernetes.protobuf";
constexpr std::string_view initialEventsEnd = "k8s.io/initial-events-end";

/// What is wanted of any object, whatever its type: all of them have their metadata in the same place.
struct MarkFields
{
    fields::Plan plan{"meta.k8s.io/v1", "PartialObjectMetadata"};
    fields::Field version = plan.field("metadata.resourceVersion");
    fields::Items annotations = plan.items("metadata.annotations");
};

const MarkFields &markFields()
{
    static const MarkFields made;
    return made;
}

ObjectMark markOf(const fields::Record &record)
{
    ObjectMark mark;
    mark.resourceVersion = record.text(markFields().version);
    for (const fields::Record &annotation : record.items(markFields().annotations)) {
        if (annotation.text(markFields().annotations.key()) == initialEventsEnd)
            mark.endsInitialEvents = annotation.text(markFields().annotations.value()) == "true";
    }
    return mark;
}

} // namespace

std::string_view listAccept(ItemFormat format)
{
    switch (format) {
    case ItemFormat::Protobuf:
        return "application/vnd.kubernetes.protobuf,application/json";
    case ItemFormat::Table:
        return "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";
    case ItemFormat::Json:
        break;
    }
    return "application/json";
}

std::string_view watchAccept(ItemFormat format)
{
    if (format == ItemFormat::Protobuf)
        return "application/vnd.kubernetes.protobuf;stream=watch,application/json";
    return listAccept(format);
}

ItemFormat formatOfAnswer(std::string_view contentType, ItemFormat asked)
{
    if (http::parseContentType(contentType).type == protobufType)
        return ItemFormat::Protobuf;
    return asked == ItemFormat::Protobuf ? ItemFormat::Json : asked;
}

std::unique_ptr<text::ListSplitter> makeListSplitter(ItemFormat format)
{
    if (format == ItemFormat::Protobuf)
        return std::make_unique<text::ProtobufListSplitter>();
    return std::make_unique<text::JsonListSplitter>();
}

std::unique_ptr<text::WatchSplitter> makeWatchSplitter(ItemFormat format)
{
    if (format == ItemFormat::Protobuf)
        return std::make_unique<text::ProtobufWatchSplitter>();
    return std::make_unique<text::JsonWatchSplitter>();
}

base::Result<std::vector<TableColumn>> readTableColumns(std::string_view table)
{
    const auto parsed = text::parseJson(table);
    if (!parsed)
        return parsed.error();
    if ((*parsed)["kind"].text() != "Table")
        return std::vector<TableColumn>{{{"Name", Shown::Always}, "string", "name"}, {{"Age", Shown::Always}, "date", ""}};
    std::vector<TableColumn> columns;
    for (const text::Value &definition : (*parsed)["columnDefinitions"].items()) {
        const bool wide = definition["priority"].asInteger() != 0;
        columns.push_back({{definition["name"].text(), wide ? Shown::Wide : Shown::Always}, definition["type"].text(), definition["format"].text()});
    }
    return columns;
}

std::optional<std::vector<TableColumn>> readTableColumnsEarly(std::string_view envelope)
{
    auto columns = readTableColumns(std::string(envelope) + "]}");
    if (!columns || columns->empty())
        return std::nullopt;
    return std::move(*columns);
}

base::Result<void> checkList(const text::ListSplitter &splitter, const text::ListHead &head, ItemFormat format, const ResourceType *type)
{
    if (Status status; head.kind == "Status" && format != ItemFormat::Protobuf
                       && parseStatus(static_cast<const text::JsonListSplitter &>(splitter).envelope(), &status))
        return errorFromStatus(status);
    const bool isBuiltin = type && (type->group.find('.') == type->group.npos || type->group.ends_with(".k8s.io"));
    const bool isOther = format != ItemFormat::Table && isBuiltin && head.kind.ends_with("List") && head.kind != type->kind + "List";
    if (head.kind.empty() || head.kind == "Status" || isOther)
        return base::makeError(base::ErrorKind::BadInput, "a list of " + (type ? type->resource : "objects") + " is wanted, not "
                                   + (head.kind.empty() ? "an object without a kind" : head.kind.substr(0, 100)));
    return {};
}

WatchEventType watchEventType(std::string_view word)
{
    constexpr std::array<std::string_view, 5> words{"ADDED", "MODIFIED", "DELETED", "BOOKMARK", "ERROR"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word)
            return static_cast<WatchEventType>(i);
    }
    return WatchEventType::Unknown;
}

base::Result<ObjectMark> readMark(ItemFormat format, std::string_view object)
{
    if (format == ItemFormat::Protobuf) {
        const auto opened = text::openProtobufObject(object);
        if (!opened)
            return opened.error();
        fields::ObjectReader reader(markFields().plan);
        return reader.readProtobuf(opened->message).transform(markOf);
    }
    const auto parsed = text::parseJson(object);
    if (!parsed)
        return parsed.error();
    const text::Value &row = (*parsed)["rows"].items().empty() ? *parsed : (*parsed)["rows"].items().front()["object"];
    const text::Value &metadata = row["metadata"];
    return ObjectMark{metadata["resourceVersion"].text(), metadata["annotations"][initialEventsEnd].text() == "true"};
}

base::Error readWatchError(ItemFormat, std::string_view object)
{
    Status status;
    if (parseStatus(object, &status))
        return errorFromStatus(status);
    return base::makeError(base::ErrorKind::BadInput, "the watch reported an error without a Status");
}

} // namespace kube
