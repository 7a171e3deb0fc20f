#pragma once

#include "app/headless/RbacInputs.h"
#include "models/base/Result.h"
#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Decision.h"
#include "models/rbac/RequestWords.h"
#include "models/text/Value.h"

#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace headless {

/// What every question about access starts from.
struct RbacRun
{
    const Invocation &invocation;
    std::span<const std::string> words;      ///< behind the word of the question
    RbacSource source;
    rbac::AccessEvaluator evaluator;
    std::vector<rbac::Identity> judged;      ///< by --sa, or --as and --as-group; empty when nobody was named
    std::string namespaceName;               ///< empty: everywhere
    std::ostream &out;
    std::ostream &err;

    const rbac::Inputs &inputs() const { return source.inputs; }
    rbac::Layers layers() const { return invocation.access.rbacOnly ? rbac::Layers::RbacOnly : rbac::Layers::All; }
    /// The one that was named, else the kubeconfig's own user; an error when there is none.
    base::Result<rbac::Identity> identity() const;
    /// Prints an answer as -o says: JSON, YAML, or a table for people.
    void print(const text::Value &answer) const;
    /// The same for rows that are many: they are taken one by one, until there is none, and written at once.
    void printRows(const std::function<std::optional<text::Value>()> &next) const;
};

/// A question returns the exit code, or an error that is worded as usual.
using RbacQuestion = base::Result<int> (*)(RbacRun &run);

base::Result<int> rbacCheck(RbacRun &run);
base::Result<int> rbacCanI(RbacRun &run);
base::Result<int> rbacExplain(RbacRun &run);
base::Result<int> rbacWhoCan(RbacRun &run);
base::Result<int> rbacWhatIf(RbacRun &run);
base::Result<int> rbacFix(RbacRun &run);
base::Result<int> rbacUnused(RbacRun &run);
base::Result<int> rbacRisks(RbacRun &run);
base::Result<int> rbacPaths(RbacRun &run);
base::Result<int> rbacGraph(RbacRun &run);
base::Result<int> rbacIdentity(RbacRun &run);
base::Result<int> rbacReach(RbacRun &run);

/// What is asked, and of whom.
struct RbacAsked
{
    rbac::Identity identity;
    rbac::Request request;
};

/// The question of can-i: in the words of the command line, or in a refusal that --message names.
base::Result<RbacAsked> askedOf(const RbacRun &run);
/// The request in the words of the command line; what a person should know about it goes to standard error.
base::Result<rbac::WordedRequest> requestOfWords(const RbacRun &run);
/// The answer of can-i, and its verdict.
text::Value canIAnswer(const RbacRun &run, const rbac::Identity &identity, const rbac::Request &request, rbac::Verdict &verdict);

/// The whole of a file, or of standard input for "-".
base::Result<std::string> readInput(const std::string &path);
base::Error misuse(std::string message);

} // namespace headless
