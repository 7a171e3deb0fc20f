#pragma once

#include "models/demo/Cluster.h"

#include <chrono>

namespace demo {

/// What somebody reports about an object.
struct Report
{
    std::string_view type = "Normal";
    std::string_view reason;
    std::string message;
    std::string_view component;
    std::string host;
};

/// Writes Event objects; the same report about the same object counts up. Events are kept for an hour, as a server does.
class EventRecorder
{
public:
    explicit EventRecorder(Cluster &cluster) : m_cluster(&cluster) { }

    void record(const Object &about, const Report &report) { record(about, report, m_cluster->clock().now(), 1); }
    /// As if it had been reported so often, for the last time then.
    void record(const Object &about, const Report &report, base::SystemTime last, int count);
    void removeOld();

private:
    Cluster *m_cluster;
};

} // namespace demo
