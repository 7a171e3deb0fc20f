#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QStringListModel;

namespace cluster {
class ConnectedCluster;
}

namespace rbac {

/// Who, and in which of the connected clusters.
class IdentityPicker final : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        cluster::ConnectedCluster *cluster = nullptr;
        QString name;
    };

    explicit IdentityPicker(const QString &name, QWidget *parent = nullptr);

    /// What is chosen stays, if it is still there; else the first.
    void setClusters(const std::vector<Choice> &clusters);
    /// Who can be found by some letters.
    void setKnown(const QStringList &identities);
    void choose(const QString &identity, cluster::ConnectedCluster *cluster);

    QString identity() const;
    cluster::ConnectedCluster *cluster() const;
    QString clusterName() const;
    void takeFocus();

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_line;
    QComboBox *m_where;
    QStringListModel *m_known;
    std::vector<Choice> m_clusters;
};

} // namespace rbac
