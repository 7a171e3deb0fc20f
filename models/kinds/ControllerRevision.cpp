#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct ControllerRevision : Fields
{
    using Fields::Fields;

    Items owners = plan.items("metadata.ownerReferences");
    Field ownerVersion = owners.field("apiVersion");
    Field ownerKind = owners.field("kind");
    Field ownerName = owners.field("name");
    Field isController = owners.field("controller");
    Field revision = plan.field("revision");
};

const Column columns[] = {{"Name"}, {"Controller"}, {"Revision"}, {"Age"}};

/// "daemonset.apps/name": the kind with its group, in lower case.
void writeOwner(CellText &text, const ControllerRevision &f, const Record &owner)
{
    const std::string_view kind = owner.text(f.ownerKind);
    const std::string_view version = owner.text(f.ownerVersion);
    const std::size_t slash = version.find('/');
    text.addLower(kind);
    if (slash != std::string_view::npos)
        text.add(".").addLower(version.substr(0, slash));
    text.add(kind.empty() && slash == std::string_view::npos ? "" : "/").add(owner.text(f.ownerName));
}

void writeController(CellWriter &out, const ControllerRevision &f, const Record &object)
{
    CellText text;
    for (const Record owner : object.items(f.owners)) {
        if (!owner.boolean(f.isController))
            continue;
        writeOwner(text, f, owner);
        return text.write(out);
    }
    out.text("<none>");
}

void write(const ControllerRevision &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeController(out, f, object);
    out.integer(object.integer(f.revision));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<ControllerRevision, write, "apps/v1", "ControllerRevision">("controllerrevisions", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> controllerRevisionKinds = list;

} // namespace kinds
