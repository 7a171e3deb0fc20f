#include "models/rbac/PermissionMatrix.h"

#include <algorithm>

namespace rbac {

PermissionMatrix::PermissionMatrix(const AccessEvaluator &evaluator, const std::vector<Request> &permissions)
    : m_evaluator(evaluator), m_words((permissions.size() + 63) / 64), m_bits(evaluator.m_roles.size() * m_words)
{
    std::vector<Probe> probes;
    probes.reserve(permissions.size());
    for (const Request &permission : permissions)
        probes.emplace_back(permission);
    for (std::size_t slot = 0; slot < evaluator.m_roles.size(); ++slot) {
        const AccessEvaluator::RoleSlot &role = evaluator.m_roles[slot];
        for (std::size_t i = 0; role.role && i < probes.size(); ++i) {
            if (role.rules.firstAllowing(role.role->rules, probes[i]) >= 0)
                m_bits[slot * m_words + i / 64] |= std::uint64_t(1) << (i % 64);
        }
    }
}

void PermissionMatrix::visit(const std::vector<Identity> &identities, const Visitor &visitor) const
{
    using Index = AccessEvaluator::Index;
    std::vector<std::string_view> placeNames(m_evaluator.m_namespaceNames.size());
    for (const auto &[name, index] : m_evaluator.m_namespaceNames)
        placeNames[index] = name;
    std::vector<std::uint64_t> sets((placeNames.size() + 1) * m_words);
    std::vector<Index> touched;   // places of this identity; the last one is the whole cluster
    const auto add = [&](Index place, const std::vector<Index> &bindings) {
        std::uint64_t *set = &sets[place * m_words];
        for (const Index binding : bindings) {
            const Index role = m_evaluator.m_bindings[binding].role;
            for (std::size_t word = 0; role != AccessEvaluator::none && word < m_words; ++word)
                set[word] |= m_bits[role * m_words + word];
        }
        if (!bindings.empty())
            touched.push_back(place);
    };
    const auto cluster = static_cast<Index>(placeNames.size());
    for (std::size_t i = 0; i < identities.size(); ++i) {
        touched.clear();
        for (const Index key : m_evaluator.keysOf(identities[i])) {
            add(cluster, m_evaluator.m_subjects[key].cluster);
            for (const auto &[place, bindings] : m_evaluator.m_subjects[key].namespaced)
                add(place, bindings);
        }
        for (const Index place : touched) {
            std::uint64_t *set = &sets[place * m_words];
            const bool isEmpty = std::all_of(set, set + m_words, [](std::uint64_t word) { return word == 0; });
            if (!isEmpty)
                visitor(i, place == cluster ? std::string_view() : placeNames[place], {set, m_words});
            std::fill(set, set + m_words, 0);
        }
    }
}

} // namespace rbac
