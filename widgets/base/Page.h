#pragma once

#include "models/text/Value.h"
#include "widgets/base/Address.h"
#include "widgets/base/Command.h"

#include <QWidget>

#include <vector>

namespace cluster {
class ConnectedCluster;
}

namespace base {

/// What a tab holds. A page knows no other page: to open something it asks the shell by its address.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual Address address() const = 0;
    /// On the tab, and what a screen reader says.
    virtual QString title() const = 0;
    /// The kubectl command that tells the same, several on a line each; empty when there is none.
    virtual QString command() const { return {}; }
    /// The request to the API server that tells the same, "GET /api/v1/pods", several on a line each; empty when there is none.
    virtual QString apiCall() const { return {}; }
    /// What can be done with it now, beside what can be done from anywhere.
    virtual std::vector<Command> commands() { return {}; }
    /// Asks again for what is shown; false when that is the cluster's to do.
    virtual bool tryAgain() { return false; }
    /// Puts the keys where one types what to look for; false when there is nothing to look in.
    virtual bool find() { return false; }
    /// What was opened is known as far as it ever will be, live, refused or empty, and painted.
    virtual bool isSettled() const { return true; }
    /// The page was already open and is asked for again, perhaps with another tab.
    virtual void showAgain(const Address &) { }
    /// What it wants to know of itself after the next start: filter, selection, place. Small, and no secrets.
    virtual text::Value state() const { return {}; }
    /// What state() said at some time, perhaps of another version; whatever makes no sense is ignored.
    virtual void restore(const text::Value &) { }
    /// The page is on screen again: rows must be right with the next frame.
    virtual void becameCurrent() { }

Q_SIGNALS:
    void titleChanged();
    void commandChanged();
    void stateChanged();
    void settled();
    void openRequested(const base::Address &address);
    /// Show this connected cluster.
    void clusterRequested(cluster::ConnectedCluster *cluster);
    /// A word for the status bar, gone after a while: "Copied 3 rows".
    void noticed(const QString &text);
};

/// One tab of an object's page: summary, YAML, events, and whatever features add.
class ObjectTab : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual bool isSettled() const { return true; }
    virtual QString command() const { return {}; }
    /// The request to the API server that tells the same, "GET /api/v1/pods"; empty when there is none.
    virtual QString apiCall() const { return {}; }
    virtual std::vector<Command> commands() { return {}; }
    /// As of a page.
    virtual bool find() { return false; }
    /// What of it is shown, as it stands behind the colon of an address: "#compare:pods/team-a/web-1".
    virtual QString part() const { return {}; }
    virtual void showPart(const QString &) { }

Q_SIGNALS:
    void commandChanged();
    void settled();
    void openRequested(const base::Address &address);
    void noticed(const QString &text);
};

} // namespace base
