// Compares what a real server says in protobuf with what it says in JSON: protobuf_equals_json JSON PROTOBUF [JSON PROTOBUF...].
// Each file is the body of one answer, an object or a list. Prints the first difference of each pair; exit code 1 if there is one.

#include "models/fields/ToJson.h"
#include "models/text/Json.h"
#include "models/text/Protobuf.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using text::Value;

std::string readFile(const char *name)
{
    std::ifstream file(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string difference(const Value &json, const Value &protobuf, const std::string &path);

std::string mapDifference(const Value &json, const Value &protobuf, const std::string &path)
{
    for (const Value::Member &member : json.members()) {
        const Value *other = protobuf.find(member.key);
        if (!other)
            return path + '.' + member.key + ": only in JSON";
        if (std::string found = difference(member.value, *other, path + '.' + member.key); !found.empty())
            return found;
    }
    for (const Value::Member &member : protobuf.members()) {
        if (!json.find(member.key))
            return path + '.' + member.key + ": only in protobuf";
    }
    return {};
}

/// The version of a list itself moves on with any write to the server, between the two answers too.
bool isVersionOfList(const std::string &path)
{
    return path.ends_with("List.metadata.resourceVersion") && path.find('[') == std::string::npos;
}

std::string difference(const Value &json, const Value &protobuf, const std::string &path)
{
    if (isVersionOfList(path))
        return {};
    if (json.type() != protobuf.type())
        return path + ": other type: " + text::writeJson(json) + " and " + text::writeJson(protobuf);
    if (json.isMap())
        return mapDifference(json, protobuf, path);
    if (!json.isList())
        return json == protobuf ? std::string() : path + ": " + text::writeJson(json) + " and " + text::writeJson(protobuf);
    if (json.items().size() != protobuf.items().size())
        return path + ": lists of different length";
    for (std::size_t i = 0; i < json.items().size(); ++i) {
        const std::string element = path + '[' + std::to_string(i) + ']';
        if (std::string found = difference(json.items()[i], protobuf.items()[i], element); !found.empty())
            return found;
    }
    return {};
}

std::string comparePair(const char *jsonName, const char *protobufName)
{
    const std::string bytes = readFile(protobufName);
    const base::Result<Value> json = text::parseJson(readFile(jsonName));
    if (!json)
        return json.error().message;
    const base::Result<text::ProtobufObject> object = text::openProtobufObject(bytes);
    if (!object)
        return object.error().message;
    const base::Result<Value> converted = fields::toJson(object->apiVersion, object->kind, object->message);
    return converted ? difference(*json, *converted, std::string(object->kind)) : converted.error().message;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3 || argc % 2 == 0) {
        std::fprintf(stderr, "usage: protobuf_equals_json JSON PROTOBUF [JSON PROTOBUF...]\n");
        return 2;
    }
    int different = 0;
    for (int i = 1; i < argc; i += 2) {
        const std::string found = comparePair(argv[i], argv[i + 1]);
        different += found.empty() ? 0 : 1;
        std::printf("%s %s%s%s\n", found.empty() ? "equal" : "DIFFERENT", argv[i], found.empty() ? "" : ": ", found.c_str());
    }
    return different > 0 ? 1 : 0;
}
