#include "app/headless/RbacInputs.h"

#include "app/headless/ObjectsFromFiles.h"
#include "models/rbac/Flaws.h"
#include "models/rbac/ObjectReader.h"
#include "models/text/Plain.h"

#include <ostream>

namespace headless {

namespace {

/// As kubectl apply would put it there.
text::Value placed(const text::Value &object, const kube::ApiCatalog &catalog, const std::string &namespaceName)
{
    const kube::ResourceType *type = catalog.findKind(object["apiVersion"].text(), object["kind"].text());
    if (!type || !type->namespaced || !object["metadata"]["namespace"].text().empty())
        return object;
    text::Value out = object;
    text::Value metadata = object["metadata"].isMap() ? object["metadata"] : text::Value::map();
    metadata.set("namespace", text::Value::string(namespaceName));
    out.set("metadata", std::move(metadata));
    return out;
}

} // namespace

base::Result<RbacSource> rbacFromFiles(const std::vector<std::string> &paths, const std::string &namespaceName)
{
    const auto files = ObjectsFromFiles::read(paths);
    if (!files)
        return files.error();
    RbacSource out;
    out.inputs.catalog = files->catalog();
    for (const text::Value &object : files->objects()) {
        text::Value whole = placed(object, files->catalog(), namespaceName);
        const bool isTaken = rbac::addObject(whole, out.inputs);
        if (!isTaken || whole["apiVersion"].text() == "v1")
            out.objects.push_back(std::move(whole));
    }
    return out;
}

void warnOfFlaws(const rbac::Inputs &inputs, std::ostream &err)
{
    for (const rbac::Flaw &flaw : rbac::flawsOf(inputs))
        err << text::plain("Warning: no server would store " + flaw.object.text() + ": " + flaw.field + ": " + flaw.message) << '\n';
}

} // namespace headless
