// Access over many objects: which of 200 permissions each of 10 000 accounts has, against the program that looks every rule up by its
// words; and the figures of one large cluster. Exit code 1: a bar is missed. An argument makes everything smaller by that factor.
#include "models/rbac/Decision.h"
#include "models/rbac/Explain.h"
#include "models/rbac/NearMiss.h"
#include "models/rbac/ObjectReader.h"
#include "models/rbac/PermissionMatrix.h"
#include "models/rbac/Risks.h"
#include "models/rbac/WhoCan.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/text/Json.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <unordered_map>

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

template<typename Work>
double medianOf(int runs, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto begin = Clock::now();
        work();
        times.push_back(millisecondsSince(begin));
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

const std::vector<std::string> Verbs = {"get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"};
const std::vector<std::string> Resources = {"pods", "services", "secrets", "configmaps", "endpoints", "events", "serviceaccounts", "persistentvolumeclaims", "pods/log", "pods/exec",
                                            "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs", "ingresses", "networkpolicies", "leases", "nodes",
                                            "namespaces", "roles", "rolebindings", "resourcequotas", "limitranges"};

struct Size
{
    std::size_t accounts, bindings, roles, namespaces;
};

std::string numbered(const char *word, std::size_t number)
{
    return word + std::to_string(number);
}

/// Nine in ten bindings are RoleBindings; each account has its own namespace.
rbac::Inputs makeInputs(const Size &size)
{
    std::mt19937 chance(1);
    const auto below = [&](std::size_t count) { return chance() % std::max<std::size_t>(count, 1); };
    rbac::Inputs out;
    for (std::size_t i = 0; i < size.roles; ++i) {
        auto role = std::make_shared<rbac::Role>();
        role->ref = {"ClusterRole", {}, numbered("role-", i)};
        for (int rule = 0; rule < 5; ++rule) {
            rbac::PolicyRule made{{}, {""}, {}, {}, {}};
            for (int word = 0; word < 3; ++word) {
                made.verbs.push_back(Verbs[below(Verbs.size())]);
                made.resources.push_back(Resources[below(Resources.size())]);
            }
            role->rules.push_back(std::move(made));
        }
        out.roles.push_back(std::move(role));
    }
    for (std::size_t i = 0; i < size.bindings; ++i) {
        auto binding = std::make_shared<rbac::Binding>();
        const bool isWide = below(10) == 0;
        binding->ref = {isWide ? "ClusterRoleBinding" : "RoleBinding", isWide ? std::string() : numbered("ns-", below(size.namespaces)), numbered("binding-", i)};
        binding->roleRef = {"rbac.authorization.k8s.io", "ClusterRole", numbered("role-", below(size.roles))};
        for (int subject = 0; subject < 14; ++subject) {
            const std::size_t account = below(size.accounts);
            binding->subjects.push_back({"ServiceAccount", {}, numbered("ns-", account % size.namespaces), numbered("account-", account)});
        }
        out.bindings.push_back(std::move(binding));
    }
    for (std::size_t i = 0; i < size.accounts; ++i) {
        auto account = std::make_shared<rbac::ServiceAccount>();
        account->ref = {numbered("ns-", i % size.namespaces), numbered("account-", i)};
        out.serviceAccounts.push_back(std::move(account));
    }
    for (std::size_t i = 0; i < size.namespaces; ++i)
        out.namespaces.push_back(numbered("ns-", i));
    out.catalog = kube::builtinCatalog();
    return out;
}

std::vector<rbac::Identity> identitiesOf(const Size &size)
{
    std::vector<rbac::Identity> out;
    for (std::size_t account = 0; account < size.accounts; ++account)
        out.push_back(rbac::Identity::ofServiceAccount({numbered("ns-", account % size.namespaces), numbered("account-", account)}));
    return out;
}

std::vector<rbac::Request> permissions()
{
    std::vector<rbac::Request> out;
    for (const std::string &verb : Verbs) {
        for (const std::string &resource : Resources) {
            const auto slash = resource.find('/');
            out.push_back({verb, {}, resource.substr(0, slash), slash == resource.npos ? std::string() : resource.substr(slash + 1), {}, {}, {}});
        }
    }
    return out;
}

/// The floor: bindings in a map by the subject's name, rules compared by their words.
std::size_t countByStrings(const rbac::Inputs &inputs, const std::vector<rbac::Identity> &identities, const std::vector<rbac::Request> &wanted)
{
    std::unordered_map<std::string, std::vector<const rbac::Binding *>> bindings;
    std::unordered_map<std::string, const rbac::Role *> roles;
    for (const auto &role : inputs.roles)
        roles[role->ref.name] = role.get();
    for (const auto &binding : inputs.bindings) {
        for (const rbac::Subject &subject : binding->subjects)
            bindings[rbac::ServiceAccountRef{subject.namespaceName, subject.name}.userName()].push_back(binding.get());
    }
    std::size_t count = 0;
    for (const rbac::Identity &identity : identities) {
        for (const rbac::Binding *binding : bindings[identity.user]) {
            for (const rbac::Request &request : wanted) {
                for (const rbac::PolicyRule &rule : roles[binding->roleRef.name]->rules)
                    count += rbac::ruleAllows(rule, request);
            }
        }
    }
    return count;
}

std::size_t countByMatrix(const rbac::AccessEvaluator &evaluator, const std::vector<rbac::Identity> &identities, const std::vector<rbac::Request> &wanted)
{
    std::size_t count = 0;
    rbac::PermissionMatrix(evaluator, wanted).visit(identities, [&](std::size_t, std::string_view, rbac::PermissionMatrix::Words words) {
        for (const std::uint64_t word : words)
            count += static_cast<std::size_t>(std::popcount(word));
    });
    return count;
}

/// JSON as a server's lists have it, so that loading includes reading.
std::vector<std::pair<std::string, std::string>> serialized(const rbac::Inputs &inputs)
{
    std::vector<std::pair<std::string, std::string>> out;
    const auto list = [](const std::vector<std::string> &words) {
        std::string text = "[";
        for (const std::string &word : words)
            text += (text.size() > 1 ? ",\"" : "\"") + word + '"';
        return text + ']';
    };
    for (const auto &role : inputs.roles) {
        std::string text = R"({"metadata":{"name":")" + role->ref.name + R"(","uid":"7d1c2b52-5a2f-4d0e-8a8c-2f4f8e1f6a11","resourceVersion":"12345","creationTimestamp":"2026-01-01T00:00:00Z"},"rules":[)";
        for (const rbac::PolicyRule &rule : role->rules)
            text += std::string(&rule == role->rules.data() ? "" : ",") + R"({"verbs":)" + list(rule.verbs) + R"(,"apiGroups":)" + list(rule.apiGroups) + R"(,"resources":)" + list(rule.resources) + '}';
        out.emplace_back("ClusterRole", text + "]}");
    }
    for (const auto &binding : inputs.bindings) {
        std::string text = R"({"metadata":{"name":")" + binding->ref.name + R"(","namespace":")" + binding->ref.namespaceName + R"(","uid":"7d1c2b52-5a2f-4d0e-8a8c-2f4f8e1f6a11","resourceVersion":"12345"},)"
            + R"("roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":")" + binding->roleRef.name + R"("},"subjects":[)";
        for (const rbac::Subject &subject : binding->subjects)
            text += std::string(&subject == binding->subjects.data() ? "" : ",") + R"({"kind":")" + subject.kind + R"(","namespace":")" + subject.namespaceName + R"(","name":")" + subject.name + R"("})";
        out.emplace_back(binding->ref.kind, text + "]}");
    }
    for (const auto &account : inputs.serviceAccounts)
        out.emplace_back("ServiceAccount", R"({"metadata":{"name":")" + account->ref.name + R"(","namespace":")" + account->ref.namespaceName + R"(","uid":"7d1c2b52-5a2f-4d0e-8a8c-2f4f8e1f6a11"}})");
    return out;
}

rbac::Inputs load(const std::vector<std::pair<std::string, std::string>> &objects)
{
    rbac::Inputs out;
    for (const auto &[kind, json] : objects) {
        const auto value = text::parseJson(json);
        if (kind == "ClusterRole")
            out.roles.push_back(rbac::readRole(*value, kind));
        else if (kind == "ServiceAccount")
            out.serviceAccounts.push_back(rbac::readServiceAccount(*value));
        else
            out.bindings.push_back(rbac::readBinding(*value, kind));
    }
    out.catalog = kube::builtinCatalog();
    return out;
}

double mostMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::strtod(line.c_str() + 6, nullptr) * 1024 / 1e6;
    }
    return 0;
}

bool bar(const char *what, double value, const char *unit, double limit)
{
    const bool isMet = value <= limit;
    std::printf("%-46s %10.3f %-3s bar %8.1f  %s\n", what, value, unit, limit, isMet ? "met" : "MISSED");
    return isMet;
}

bool measureMatrix(std::size_t factor)
{
    const Size size{10'000 / factor, 5'000 / factor, 1'000 / factor, std::max<std::size_t>(300 / factor, 1)};
    const rbac::Inputs inputs = makeInputs(size);
    const rbac::AccessEvaluator evaluator(inputs);
    const auto identities = identitiesOf(size);
    const auto wanted = permissions();
    std::size_t found = 0;
    std::size_t floor = 0;
    const double ours = medianOf(5, [&] { found = countByMatrix(evaluator, identities, wanted); });
    const std::vector<rbac::Identity> some(identities.begin(), identities.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(identities.size() / 10, 1)));
    const double strings = medianOf(3, [&] { floor = countByStrings(inputs, some, wanted); }) * static_cast<double>(identities.size()) / static_cast<double>(some.size());
    std::printf("%zu accounts x %zu permissions: %zu allowed; by strings %.0f ms (a tenth measured, %zu grants), ratio %.1f\n", identities.size(), wanted.size(), found, strings, floor, strings / ours);
    return bar("matrix of 10 000 accounts", ours, "ms", 3 * 10.6);
}

/// Two accounts a binding; ten of them also mean everybody, and some roles may do everything.
rbac::Inputs largeCluster(const Size &size)
{
    rbac::Inputs out = makeInputs(size);
    std::size_t number = 0;
    for (auto &binding : out.bindings) {
        auto narrow = std::make_shared<rbac::Binding>(*binding);
        narrow->subjects.resize(2);
        if (++number % 2'000 == 0)
            narrow->subjects.push_back({"Group", {}, {}, "system:authenticated"});
        binding = std::move(narrow);
    }
    for (std::size_t i = 0; i < out.roles.size(); i += 50) {
        auto strong = std::make_shared<rbac::Role>(*out.roles[i]);
        strong->rules.push_back({{"*"}, {"*"}, {"*"}, {}, {}});
        out.roles[i] = std::move(strong);
    }
    return out;
}

bool measureLargeCluster(std::size_t factor)
{
    const Size size{5'000 / factor, 20'000 / factor, 3'000 / factor, std::max<std::size_t>(300 / factor, 1)};
    auto objects = serialized(largeCluster(size));
    rbac::Inputs inputs;
    rbac::AccessEvaluator evaluator;
    const double loading = medianOf(1, [&] {
        inputs = load(objects);
        evaluator = rbac::AccessEvaluator(inputs);
    });
    bool isMet = bar("load 20 000 bindings, 3 000 roles", loading, "ms", 1'500);
    objects = {};
    const auto identities = identitiesOf(size);
    const auto wanted = permissions();
    std::size_t allowed = 0;
    const double decisions = medianOf(5, [&] {
        for (std::size_t i = 0; i < identities.size(); ++i) {
            rbac::Request request = wanted[i % wanted.size()];
            request.namespaceName = numbered("ns-", i % 300);
            allowed += rbac::decide(evaluator, inputs, identities[i], request).verdict == rbac::Verdict::Allow;
        }
    });
    isMet &= bar("one decision", decisions * 1000 / static_cast<double>(identities.size()), "us", 20);
    rbac::Request secrets{"delete", {}, "secrets", {}, "x", "ns-1", {}};
    std::size_t found = 0;
    isMet &= bar("explain: all ways and near misses", medianOf(5, [&] { found += evaluator.allGrants(identities[0], secrets).size() + rbac::nearMisses(evaluator, identities[0], secrets).size(); }), "ms", 5);
    isMet &= bar("explain: all rights of an account", medianOf(5, [&] { found += rbac::rightsOf(evaluator, identities[0]).size(); }), "ms", 5);
    isMet &= bar("who can, everywhere", medianOf(5, [&] { found += rbac::whoCan(evaluator, inputs, secrets, rbac::AccessEvaluator::Scope::EveryNamespace).size(); }), "ms", 50);
    std::vector<rbac::Risk> risks;
    isMet &= bar("risk scan", medianOf(1, [&] { risks = rbac::findRisks(evaluator, inputs); }), "ms", 10'000);
    isMet &= bar("memory of the whole process at its most", mostMegabytes(), "MB", 300);
    std::printf("(%zu risks)\n", risks.size());
    isMet &= bar("one changed binding", medianOf(5, [&] { evaluator.set(inputs.bindings[7 % inputs.bindings.size()]); }), "ms", 1);
    std::printf("(%zu allowed, %zu found)\n", allowed, found);
    return isMet;
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t factor = argc > 1 ? std::max(1UL, std::strtoul(argv[1], nullptr, 10)) : 1;
    const bool isFast = measureMatrix(factor);
    const bool isWithin = measureLargeCluster(factor);
    return isFast && isWithin ? 0 : 1;
}
