#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

const Column columns[] = {{"Name"}, {"Age"}};

void write(const Fields &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {makeKind<Fields, write, "v1", "ServiceAccount">("serviceaccounts", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> serviceAccountKinds = list;

} // namespace kinds
