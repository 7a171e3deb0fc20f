#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Sentence.h"

#include <string_view>

namespace rbac {

enum class Verdict { Allow, NoOpinion, Unknown };

/// "allow", "no-opinion", "unknown"
std::string_view verdictName(Verdict verdict);

/// An answer, and the words for it in the form the server gives them.
struct Decision
{
    Verdict verdict = Verdict::NoOpinion;
    Sentence reason;
};

/// Whether what stands around RBAC counts: system:masters, the Node authorizer, other authorizers, what could not be read.
enum class Layers { All, RbacOnly };

/// The server's answer as far as it can be known. Nothing is ever called refused that is only not known.
Decision decide(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &identity, const Request &request, Layers layers = Layers::All);

} // namespace rbac
