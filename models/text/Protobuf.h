#pragma once

#include "models/base/Result.h"

#include <protozero/exception.hpp>
#include <protozero/pbf_reader.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace text {

/// A cursor over the fields of one protobuf message. Every read throws ProtobufError on bytes that are no protobuf; it never
/// reads beyond them. A value may only be taken after its wire type was looked at.
using ProtobufReader = protozero::pbf_reader;
using ProtobufError = protozero::exception;
using ProtobufWire = protozero::pbf_wire_type;

inline bool isWire(const ProtobufReader &reader, ProtobufWire wire)
{
    return reader.wire_type() == wire;
}

inline std::string_view takeView(ProtobufReader &reader)
{
    const protozero::data_view view = reader.get_view();
    return {view.data(), view.size()};
}

/// The members of a Kubernetes protobuf object: what it is, and its own message.
struct ProtobufObject
{
    std::string_view apiVersion;
    std::string_view kind;
    std::string_view message;   ///< Unknown.raw
};

/// Whether the bytes begin as the Kubernetes protobuf envelope does: "k8s" and a zero byte.
bool isProtobufObject(std::string_view bytes);

/// Opens the envelope: the magic bytes and runtime.Unknown. The views point into the bytes.
base::Result<ProtobufObject> openProtobufObject(std::string_view bytes);

} // namespace text
