#pragma once

#include "models/kube/Api.h"
#include "models/kube/ResourceType.h"
#include "models/kube/RulesReview.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cluster {

/// What somebody may list in some namespaces, as the server's own review tells it. Says no only where it is sure.
class ListRights
{
public:
    /// Adds the review of one of the namespaces.
    void add(kube::RulesReview review);
    /// Not all namespaces could be asked about: only kinds of the whole cluster are certain.
    void leaveNamespacesOut() { m_areNamespacesSure = false; }

    /// Whether it is known that nothing of the kind may be listed there.
    bool isRefused(const kube::ResourceType &type) const;

private:
    std::vector<kube::RulesReview::Rule> m_rules;   ///< those that grant something on whatever name
    bool m_wasAsked = false;
    bool m_isSure = true;
    bool m_areNamespacesSure = true;
};

/// Asks a server what may be listed in some namespaces: a review for each, once. Belongs to the consumer's thread.
class ListRightsQuestion
{
public:
    /// api and consumer outlive it; done is called on the consumer's thread, unless the question is gone before. Without namespaces
    /// all of them are meant: those that the server names, else the known ones.
    ListRightsQuestion(kube::Api &api, base::Executor &consumer, std::vector<std::string> namespaces, std::vector<std::string> knownNamespaces,
                       std::function<void(ListRights)> done);
    ~ListRightsQuestion();
    ListRightsQuestion(const ListRightsQuestion &) = delete;
    ListRightsQuestion &operator=(const ListRightsQuestion &) = delete;

    /// So many namespaces are asked about; with more, kinds in namespaces are left uncertain.
    static constexpr std::size_t MostNamespaces = 20;

private:
    struct Anchor { ListRightsQuestion *question = nullptr; };

    void askNamespaces();
    void namespacesAnswered(const base::Result<kube::ApiAnswer> &answer);
    void askRights(const std::vector<std::string> &namespaces);
    void rightsAnswered(const base::Result<kube::ApiAnswer> &answer);
    void fetch(kube::ApiRequest request, void (ListRightsQuestion::*then)(const base::Result<kube::ApiAnswer> &));

    kube::Api &m_api;
    base::Executor &m_consumer;
    std::vector<std::string> m_knownNamespaces;
    std::function<void(ListRights)> m_done;
    std::shared_ptr<Anchor> m_anchor;
    std::vector<base::Job> m_jobs;
    std::size_t m_waiting = 0;
    ListRights m_rights;
};

} // namespace cluster
