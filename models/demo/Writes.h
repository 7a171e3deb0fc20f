#pragma once

#include "models/demo/Api.h"

namespace demo {

/// POST, PUT, PATCH and DELETE of objects, with resourceVersion and uid checks and dryRun. Pods and namespaces are only marked
/// for deletion, as a real server does; what lives in the cluster removes them.
HttpAnswer writeAnswer(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster);

/// The object with the request's PATCH or PUT applied to it; a refusal otherwise.
std::variant<text::Value, HttpAnswer> changedObject(const HttpRequest &request, const Object &before, const Resource &resource);

/// Deletes, or marks for deletion, and answers as DELETE does.
HttpAnswer deleteObject(const Object &object, bool atOnce, bool dryRun, Cluster &cluster);

/// Reads a body that is JSON, or YAML where apply patches send it.
base::Result<text::Value> readBody(const HttpRequest &request);

} // namespace demo
