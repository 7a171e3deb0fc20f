// Every way bytes called protobuf are read: the envelope, one object by a plan, its JSON, its copy without managedFields.

#include "models/fields/Record.h"
#include "models/fields/ToJson.h"
#include "models/text/Protobuf.h"

#include <cstdlib>

namespace {

struct PodReader
{
    fields::Plan plan{"v1", "Pod"};
    fields::Field name = plan.field("metadata.name");
    fields::Field created = plan.field("metadata.creationTimestamp");
    fields::Items labels = plan.items("metadata.labels");
    fields::Items containers = plan.items("status.containerStatuses");
    fields::Field restarts = containers.field("restartCount");
    fields::Field reason = containers.field("state.waiting.reason");
    fields::Items volumes = plan.items("spec.volumes");
    fields::Field sizeLimit = volumes.field("emptyDir.sizeLimit");
    fields::ObjectReader reader{plan};
};

void readAsPod(std::string_view bytes)
{
    static PodReader pod;
    const auto record = pod.reader.readProtobuf(bytes);
    if (!record)
        return;
    std::size_t length = record->text(pod.name).size() + std::size_t(record->seconds(pod.created).has_value());
    std::size_t count = 0;
    for (const fields::Record container : record->items(pod.containers)) {
        length += container.text(pod.reason).size() + std::size_t(container.integer(pod.restarts) & 1);
        ++count;
    }
    if (count != record->count(pod.containers) || record->text(pod.name).size() > bytes.size() || length > 64 * bytes.size() + 64)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view bytes(reinterpret_cast<const char *>(data), size);
    std::string_view apiVersion = "v1";
    std::string_view kind = "Pod";
    if (const auto object = text::openProtobufObject(bytes)) {
        bytes = object->message;
        apiVersion = object->apiVersion;
        kind = object->kind;
    }
    readAsPod(bytes);
    (void)fields::toJson(apiVersion, kind, bytes).has_value();
    std::string once;
    std::string twice;
    if (!fields::stripProtobufManagedFields(bytes, once))
        return 0;
    if (!fields::stripProtobufManagedFields(once, twice) || once != twice)
        std::abort();
    return 0;
}
