#pragma once

#include "models/detail/Parts.h"
#include "models/schema/Field.h"
#include "models/detail/PodRequests.h"

#include <cstdint>
#include <optional>
#include <string>

namespace detail {

/// Of the section that tells whom an object belongs to.
Phrase ownersTitle();
/// Whose object it is.
void addOwners(Summary &summary, const text::Value &object);
/// What every object has: age, labels, annotations, finalizers, who it is to the server.
void addIdentity(Summary &summary, const text::Value &object);
/// status.conditions, as a table.
void addConditions(Summary &summary, const text::Value &object);

/// The tellers of kinds. Each adds what only its kind has.
void addPod(Summary &summary, const text::Value &object);
void addNode(Summary &summary, const text::Value &object);
/// Adds to what a node has for pods what its pods request of it; nothing: who asks may not read them.
void addRequested(Summary &summary, const text::Value &node, const std::optional<Amounts> &requested);
void addWorkload(Summary &summary, const text::Value &object);
void addJob(Summary &summary, const text::Value &object);
void addAutoscaler(Summary &summary, const text::Value &object);
void addService(Summary &summary, const text::Value &object);
void addIngress(Summary &summary, const text::Value &object);
void addServiceAccount(Summary &summary, const text::Value &object);
void addRole(Summary &summary, const text::Value &object);
void addBinding(Summary &summary, const text::Value &object);
void addConfigMap(Summary &summary, const text::Value &object);
void addSecret(Summary &summary, const text::Value &object);
/// What of a Secret can be told without telling it: the claims of a ServiceAccount's token, unproven, and the certificates for TLS.
void addTokenClaims(Summary &summary, const text::Value &secret);
void addCertificates(Summary &summary, const text::Value &secret);
void addClaim(Summary &summary, const text::Value &object);
void addVolume(Summary &summary, const text::Value &object);
void addNamespace(Summary &summary, const text::Value &object);
/// For kinds that the program does not know better: every field, in the order of the schema and with its descriptions where there is one.
void addAnything(Summary &summary, const text::Value &object, const schema::FieldTree *fields = nullptr);

/// The containers of a pod or of a template: what they run, with what, and, where there is a status, how they are.
void addContainers(Summary &summary, const text::Value &podSpec, const text::Value &status);
/// Where the volumes of a pod come from.
void addVolumes(Summary &summary, const text::Value &podSpec, const std::string &namespaceName);

/// What an exit code usually means; the code itself is the argument.
Phrase exitCodeWords(std::int64_t code, std::string_view reason);

std::string namespaceOf(const text::Value &object);

} // namespace detail
