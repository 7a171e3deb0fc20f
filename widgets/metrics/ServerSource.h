#pragma once

#include "models/metrics/Doctor.h"
#include "models/metrics/Querier.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace metrics {

/// The server that a page asks, as a page needs it: looked for when somebody wants it. GUI thread.
class ServerSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class State { Looking, Found, Missing };

    virtual State state() const = 0;
    /// Null unless it is found.
    virtual std::shared_ptr<Querier> server() const = 0;
    virtual const Capabilities &capabilities() const = 0;
    /// "Prometheus in the service monitoring/prometheus:9090"
    virtual QString name() const = 0;
    /// How it is reached: "through the API server's service proxy".
    virtual QString way() const = 0;
    /// Why there is none, when it is missing: at least one thing, the gravest first.
    virtual std::vector<Finding> whyMissing() const = 0;
    /// How far its clock is from ours; nothing before it answered.
    virtual std::optional<ClockDifference> clockDifference() const = 0;

    /// Up to when it is asked: by its clock, where that differs much from ours.
    virtual base::SystemTime now() const = 0;

    virtual void want() = 0;
    virtual void lookAgain() = 0;
    /// A question ended so.
    virtual void failed(const base::Error &error) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace metrics
