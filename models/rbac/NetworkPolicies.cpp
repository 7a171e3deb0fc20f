#include "models/rbac/NetworkPolicies.h"

#include "models/rbac/AddressBlock.h"

#include <algorithm>

namespace rbac {

namespace {

using Permission = PolicyAnswer::Permission;

enum class Match { No, Unknown, Yes };

enum class Direction { Ingress, Egress };

Match both(Match a, Match b) { return std::min(a, b); }
Match either(Match a, Match b) { return std::max(a, b); }
Match matchOf(bool yes) { return yes ? Match::Yes : Match::No; }

bool isInBlock(const NetworkPolicy::Peer &peer, const std::string &text)
{
    const auto address = Address::parse(text);
    const auto block = AddressBlock::parse(peer.block);
    if (!address || !block || !block->contains(*address))
        return false;
    return std::ranges::none_of(peer.except, [&address](const std::string &except) {
        const auto cut = AddressBlock::parse(except);
        return cut && cut->contains(*address);
    });
}

/// One end of a connection, seen from the other.
struct Peer
{
    const NetworkPod *pod = nullptr;
    std::string unknownNamespace;
    std::vector<std::string> addresses;
};

/// Judges one connection in one direction.
class Side
{
public:
    Side(const NetworkInputs &inputs, const Connection &connection, Direction direction)
        : m_inputs(inputs), m_connection(connection), m_direction(direction)
    {
        const Peer source{connection.source, {}, connection.source->addresses};
        const Peer target{connection.target, connection.unknownTargetNamespace, targetAddresses()};
        m_own = direction == Direction::Egress ? source : target;
        m_peer = direction == Direction::Egress ? target : source;
    }

    PolicyAnswer judge() const
    {
        if (!m_own.pod && m_own.unknownNamespace.empty())
            return {};
        const std::string &place = m_own.pod ? m_own.pod->ref.namespaceName : m_own.unknownNamespace;
        const auto policies = policiesIn(place);
        PolicyAnswer answer;
        for (const NetworkPolicy *policy : policies)
            answer.policies.push_back(policy->ref);
        if (m_own.pod && m_own.pod == m_peer.pod)
            return {};
        if (m_inputs.isUnreadable("networkpolicies", place))
            answer.permission = Permission::Unknown;
        else if (!policies.empty())
            answer.permission = permissionBy(policies);
        return answer;
    }

private:
    std::vector<std::string> targetAddresses() const
    {
        if (!m_connection.address.empty())
            return {m_connection.address};
        return m_connection.target ? m_connection.target->addresses : std::vector<std::string>();
    }

    /// Those that isolate the own end in this direction; of an unknown pod all that could.
    std::vector<const NetworkPolicy *> policiesIn(const std::string &place) const
    {
        std::vector<const NetworkPolicy *> out;
        for (const NetworkPolicy &policy : m_inputs.policies) {
            const bool isDirection = m_direction == Direction::Ingress ? policy.isIngress : policy.isEgress;
            if (isDirection && policy.ref.namespaceName == place && (!m_own.pod || policy.pods.matches(m_own.pod->labels)))
                out.push_back(&policy);
        }
        return out;
    }

    Permission permissionBy(const std::vector<const NetworkPolicy *> &policies) const
    {
        if (!m_own.pod || m_own.pod->hostNetwork)
            return Permission::Unknown;
        Match match = Match::No;
        for (const NetworkPolicy *policy : policies)
            for (const NetworkPolicy::Rule &rule : m_direction == Direction::Ingress ? policy->ingress : policy->egress)
                match = either(match, both(matchesPeer(*policy, rule), matchesPort(rule)));
        return match == Match::Yes ? Permission::Allowed : match == Match::No ? Permission::Refused : Permission::Unknown;
    }

    Match matchesPeer(const NetworkPolicy &policy, const NetworkPolicy::Rule &rule) const
    {
        Match match = matchOf(rule.peers.empty());
        for (const NetworkPolicy::Peer &peer : rule.peers)
            match = either(match, peer.isBlock ? matchesBlock(peer) : matchesSelectors(policy, peer));
        return match;
    }

    Match matchesBlock(const NetworkPolicy::Peer &peer) const
    {
        if (m_peer.addresses.empty())
            return Match::Unknown;
        return matchOf(std::ranges::any_of(m_peer.addresses, [&peer](const std::string &address) { return isInBlock(peer, address); }));
    }

    Match matchesSelectors(const NetworkPolicy &policy, const NetworkPolicy::Peer &peer) const
    {
        if (!peer.pods && !peer.namespaces)
            return Match::No;
        if (!m_peer.pod)
            return m_peer.unknownNamespace.empty() ? Match::No : Match::Unknown;
        const Match match = both(matchesNamespace(policy, peer), matchOf(!peer.pods || peer.pods->matches(m_peer.pod->labels)));
        return m_peer.pod->hostNetwork ? both(match, Match::Unknown) : match;
    }

    Match matchesNamespace(const NetworkPolicy &policy, const NetworkPolicy::Peer &peer) const
    {
        const std::string &place = m_peer.pod->ref.namespaceName;
        if (!peer.namespaces)
            return matchOf(place == policy.ref.namespaceName);
        if (!m_inputs.namespaces.contains(place) && m_inputs.isUnreadable("namespaces", place))
            return Match::Unknown;
        return matchOf(peer.namespaces->matches(m_inputs.namespaceLabels(place)));
    }

    Match matchesPort(const NetworkPolicy::Rule &rule) const
    {
        return matchOf(rule.ports.empty() || std::ranges::any_of(rule.ports, [this](const auto &port) { return isPort(port); }));
    }

    bool isPort(const NetworkPolicy::Port &port) const
    {
        if (port.protocol != m_connection.protocol)
            return false;
        if (port.port.empty() || !m_connection.port)
            return true;
        if (const int first = portNumber(port.port))
            return *m_connection.port >= first && *m_connection.port <= std::max(first, port.endPort);
        return m_connection.target && std::ranges::any_of(m_connection.target->ports, [&](const NamedPort &named) {
            return named.name == port.port && named.protocol == port.protocol && named.port == *m_connection.port;
        });
    }

    const NetworkInputs &m_inputs;
    const Connection &m_connection;
    Direction m_direction;
    Peer m_own;
    Peer m_peer;
};

Permission worse(Permission a, Permission b)
{
    if (a == Permission::Refused || b == Permission::Refused)
        return Permission::Refused;
    return a == Permission::Unknown || b == Permission::Unknown ? Permission::Unknown : Permission::Allowed;
}

} // namespace

PolicyAnswer judgePolicies(const NetworkInputs &inputs, const Connection &connection)
{
    PolicyAnswer answer = Side(inputs, connection, Direction::Egress).judge();
    const PolicyAnswer ingress = Side(inputs, connection, Direction::Ingress).judge();
    answer.permission = worse(answer.permission, ingress.permission);
    answer.policies.insert(answer.policies.end(), ingress.policies.begin(), ingress.policies.end());
    std::ranges::sort(answer.policies);
    answer.policies.erase(std::unique(answer.policies.begin(), answer.policies.end()), answer.policies.end());
    return answer;
}

} // namespace rbac
