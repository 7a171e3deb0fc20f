#include "models/text/Protobuf.h"

namespace text {
namespace {

constexpr std::string_view Magic("k8s\0", 4);

void readTypeMeta(std::string_view bytes, ProtobufObject &object)
{
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        const bool isText = isWire(reader, ProtobufWire::length_delimited);
        if (reader.tag() == 1 && isText)
            object.apiVersion = takeView(reader);
        else if (reader.tag() == 2 && isText)
            object.kind = takeView(reader);
        else
            reader.skip();
    }
}

} // namespace

bool isProtobufObject(std::string_view bytes)
{
    return bytes.substr(0, Magic.size()) == Magic;
}

base::Result<ProtobufObject> openProtobufObject(std::string_view bytes)
{
    if (!isProtobufObject(bytes))
        return base::makeError(base::ErrorKind::BadInput, "this is no Kubernetes protobuf object: it does not begin with k8s");
    ProtobufObject object;
    try {
        ProtobufReader reader(bytes.data() + Magic.size(), bytes.size() - Magic.size());
        while (reader.next()) {
            const bool isText = isWire(reader, ProtobufWire::length_delimited);
            if (reader.tag() == 1 && isText)
                readTypeMeta(takeView(reader), object);
            else if (reader.tag() == 2 && isText)
                object.message = takeView(reader);
            else
                reader.skip();
        }
    } catch (const ProtobufError &) {
        return base::makeError(base::ErrorKind::BadInput, "the envelope of a protobuf object is broken");
    }
    return object;
}

} // namespace text
