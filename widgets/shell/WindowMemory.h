#pragma once

#include "widgets/shell/Session.h"

#include <QObject>

class QTimer;
class QWidget;

namespace shell {

class MainWindow;

/// Remembers where the window stands and which clusters were connected, and brings both back at the next start.
/// After two starts that ended early it brings nothing back: what it brought may be why.
class WindowMemory final : public QObject
{
    Q_OBJECT

public:
    /// How long a start has to last to count as a good one.
    static constexpr std::chrono::seconds GoodStart{20};

    /// PlaceOnly: the start was for something else; which clusters were connected is neither brought back nor forgotten.
    enum class Wish { Everything, PlaceOnly };

    /// Both outlive it.
    WindowMemory(MainWindow &window, cluster::Clusters &clusters, Wish wish);
    ~WindowMemory() override;

    /// Before the window is shown.
    void restorePlace();
    /// If that is wished: connects to what was connected, as soon as the catalog is read. A cluster whose credentials come from a program is
    /// connected to only if it was the one that was shown: nobody wants five logins at once.
    void restoreClusters();

    /// Forgets sizes, places and what was open; what a person made by hand, like columns of their own, stays.
    static void forget(settings::Settings &settings);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isTrusted() const;
    void connectRemembered();
    void remember();

    MainWindow &m_window;
    cluster::Clusters &m_clusters;
    RememberedWindow m_last;
    int m_earlyEnds;
    bool m_isPlaceOnly;
    bool m_isRestoring;                 ///< nothing is remembered until what was remembered is back
};

} // namespace shell
