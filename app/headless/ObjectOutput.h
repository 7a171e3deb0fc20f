#pragma once

#include "app/headless/CommandLine.h"
#include "models/text/Value.h"

#include <iosfwd>
#include <memory>

namespace headless {

/// Prints whole objects one after the other, as they come: JSON, YAML, names or a JSONPath template.
class ObjectOutput
{
public:
    enum class Shape { Bare, List };    ///< Bare: exactly one object, not wrapped in a List

    virtual ~ObjectOutput() = default;
    virtual base::Result<void> object(const text::Value &object) = 0;
    /// After the last object.
    virtual base::Result<void> finish() = 0;
};

/// For the formats json, yaml, name and jsonpath. An error for a template that cannot be read.
base::Result<std::unique_ptr<ObjectOutput>> makeObjectOutput(const OutputChoice &choice, ObjectOutput::Shape shape, std::ostream &out);

/// Whether that format prints objects and not tables.
bool printsObjects(OutputChoice::Format format);

/// All members in the order of their keys, as kubectl writes maps.
void sortKeys(text::Value &value);

} // namespace headless
