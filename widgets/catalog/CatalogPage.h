#pragma once

#include "widgets/base/Page.h"
#include "widgets/catalog/CatalogModel.h"

#include <functional>

class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace base {
class PlainLabel;
class StateNotice;
}

namespace catalog {

class CatalogTable;
class EntryDetail;
class ImportDialog;

/// Every context of every kubeconfig found, the good beside the bad, and what a person can do with it.
class CatalogPage final : public base::Page
{
    Q_OBJECT

public:
    /// What opens the demo cluster; nothing where there is none. Asked when it may be offered.
    using FindDemo = std::function<std::function<void()>()>;

    /// The clusters outlive it.
    explicit CatalogPage(cluster::Clusters &clusters, FindDemo findDemo = {}, QWidget *parent = nullptr);
    ~CatalogPage() override;

    base::Address address() const override;
    QString title() const override;
    QString command() const override;
    bool isSettled() const override;
    void becameCurrent() override;
    std::vector<base::Command> commands() override;
    bool tryAgain() override;
    bool find() override;

    /// Selects the entry and shows it, whatever the filter says.
    void select(const cluster::EntryId &id);

    /// The form in which a kubeconfig is pasted or opened, named, tested and saved.
    ImportDialog *import();
    void openFile();
    void checkAgain();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader(QWidget *parent);
    QWidget *makeMain();
    void watch(cluster::ConnectedCluster *cluster);

    void readEntries();
    void showAwaited();
    void rememberVersions();
    void readMarks();
    void readStates();
    void restoreSelection();
    void showCount();
    void showProblems();
    void showEmpty();
    void showDetail();
    void wantRowsOnScreen();
    void settleIfDone();
    void restyle();
    void placeDetail();

    std::optional<cluster::EntryId> selected() const;
    void connectTo(const cluster::EntryId &id);
    void disconnectFrom(const cluster::EntryId &id);
    void takeFile(const QString &path);
    void takeSaved(const QString &path, const QString &context);
    void mark(const cluster::EntryId &id, const cluster::ClusterMarks &marks);
    void showMenu(const QPoint &at);
    void addMarkActions(QMenu &menu, const cluster::EntryId &id);
    void addCopyActions(QMenu &menu, const kube::CatalogEntry &entry);

    cluster::Clusters &m_clusters;
    FindDemo m_findDemo;
    cluster::Reachability m_reachability;
    CatalogModel m_model;
    std::optional<cluster::EntryId> m_wasSelected;
    std::string m_awaitedFile;              ///< was opened or pasted: its first context is selected once it is read
    std::string m_awaitedContext;           ///< of a file that was saved: connected to once it is read
    bool m_isPlaced = false;
    QTimer *m_marked;                       ///< several marks are shown at once

    QStackedWidget *m_stack = nullptr;
    base::StateNotice *m_empty = nullptr;
    base::StateNotice *m_problems = nullptr;
    base::PlainLabel *m_count = nullptr;
    QLineEdit *m_filter = nullptr;
    QSplitter *m_splitter = nullptr;
    CatalogTable *m_table = nullptr;
    EntryDetail *m_detail = nullptr;
};

} // namespace catalog
