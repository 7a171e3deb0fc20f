#pragma once

#include "models/demo/EventRecorder.h"

#include <functional>

namespace demo {

/// The controllers of Deployments, ReplicaSets, StatefulSets, DaemonSets and Jobs: they make and remove pods, and count them.
class Workloads
{
public:
    Workloads(Cluster &cluster, EventRecorder &events) : m_cluster(&cluster), m_events(&events) { }

    /// One step of all of them; changes the store as long as something is not as it should be.
    void reconcile();

    /// How old what they make is to be; by default new.
    void setBirth(std::function<base::SystemTime(const Object &owner, const std::string &name)> birth)
    {
        m_birth = std::move(birth);
    }

private:
    void reconcileDeployment(const Object &deployment);
    void reconcileReplicaSet(const Object &set);
    void reconcileStatefulSet(const Object &set);
    void reconcileDaemonSet(const Object &set);
    void reconcileJob(const Object &job);

    void scale(const Object &set, int replicas);
    ObjectPointer makeReplicaSet(const Object &deployment, const std::string &hash);
    ObjectPointer makePod(const Object &owner, const std::string &name, const std::string &node = {});
    void endPod(const Object &pod, const Object &owner);
    void setStatus(const Object &object, text::Value status);
    base::SystemTime birth(const Object &owner, const std::string &name) const;

    Cluster *m_cluster;
    EventRecorder *m_events;
    std::function<base::SystemTime(const Object &, const std::string &)> m_birth;
};

/// The objects of a kind whose controller is the owner.
std::vector<ObjectPointer> ownedBy(const Object &owner, std::string_view plural, const Cluster &cluster);

} // namespace demo
