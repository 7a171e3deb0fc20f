#include "widgets/rights/RightsCells.h"

#include "widgets/rights/RightsWords.h"

#include <algorithm>

namespace rights {

/// One column: in which tables it stands, and what it tells.
struct RightsColumn
{
    std::string_view type;              ///< qualified name
    rbac::Fact fact;
    const char *name;
    bool isShownAtFirst;
    bool isNumber;
};

namespace {

using rbac::Fact;

/// Of pods nothing at first: a plain table of them costs no further lists.
constexpr RightsColumn all[] = {
    {"serviceaccounts", Fact::AccountPods, QT_TRANSLATE_NOOP("rights", "Pods"), true, true},
    {"serviceaccounts", Fact::AccountBindings, QT_TRANSLATE_NOOP("rights", "Bindings"), true, true},
    {"serviceaccounts", Fact::AccountRisk, QT_TRANSLATE_NOOP("rights", "Risk"), true, false},
    {"roles.rbac.authorization.k8s.io", Fact::RoleSubjects, QT_TRANSLATE_NOOP("rights", "Bound To"), true, true},
    {"roles.rbac.authorization.k8s.io", Fact::RoleUse, QT_TRANSLATE_NOOP("rights", "Use"), true, false},
    {"clusterroles.rbac.authorization.k8s.io", Fact::RoleSubjects, QT_TRANSLATE_NOOP("rights", "Bound To"), true, true},
    {"clusterroles.rbac.authorization.k8s.io", Fact::RoleUse, QT_TRANSLATE_NOOP("rights", "Use"), true, false},
    {"pods", Fact::PodToken, QT_TRANSLATE_NOOP("rights", "Token"), false, false},
    {"pods", Fact::PodRisk, QT_TRANSLATE_NOOP("rights", "Risk"), false, false},
};

} // namespace

bool RightsCells::hasColumnsFor(const kube::ResourceType &type)
{
    return std::ranges::find(all, type.qualifiedName(), &RightsColumn::type) != std::end(all);
}

RightsCells::RightsCells(std::shared_ptr<LiveRights> live, const kube::ResourceType &type) : m_live(std::move(live)), m_type(type.qualifiedName())
{
    for (const RightsColumn &column : all) {
        if (column.type != m_type)
            continue;
        m_described.push_back(&column);
        m_columns.push_back({column.name, words(column.name), column.isShownAtFirst, column.isNumber, wordsOf(column.fact)});
    }
    connect(m_live.get(), &LiveRights::changed, this, &AddedCells::changed);
}

RightsCells::~RightsCells()
{
    m_live->setWanted(this, {});
}

void RightsCells::want(const std::vector<char> &wanted)
{
    rbac::FactSet facts;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        facts.set(static_cast<std::size_t>(m_described[i]->fact), wanted[i] != 0);
    m_live->setWanted(this, facts);
}

void RightsCells::read(std::string_view key, std::vector<std::string> &texts) const
{
    for (std::size_t i = 0; i < m_described.size(); ++i)
        texts.push_back(textOf(m_live->facts().get(), {m_described[i]->fact, m_type, key}, m_columns[i].words));
}

std::string RightsCells::explain(const tables::ListedRow &row, std::size_t column) const
{
    return reasonOf(m_live->facts().get(), {m_described[column]->fact, m_type, row.key()});
}

} // namespace rights
