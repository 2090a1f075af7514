// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/peersmodel.h"

#include <QCollator>
#include <QSettings>
#include <QSortFilterProxyModel>

namespace islet {

//! The people in an order that is kept in the settings, narrowed to those in whose name, address or badges `wanted` is.
//!
//! They are put in order anew at most once a second. While the list is `held` (the pointer is over it, a button is down
//! or it has the keyboard) they keep their places for up to longestHold, so that nobody slips away under a hand. A view
//! sees an order as changed data, and is told by reordered() to find its current person again.
class PeopleOrder : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY orderChanged)
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged)
    Q_PROPERTY(bool held READ isHeld WRITE setHeld NOTIFY heldChanged)

public:
    enum Order { Nearest, ByName, TalkingFirst };
    Q_ENUM(Order)
    static constexpr std::chrono::seconds betweenOrders{1};
    static constexpr std::chrono::seconds longestHold{10};

    //! Both must outlive this.
    PeopleOrder(PeersModel &people, QSettings &settings, Clock clock = monotonicNow, QObject *parent = nullptr);

    Order order() const { return m_order; }
    void setOrder(Order order);
    const QString &wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);
    bool isHeld() const { return m_heldSince.has_value(); }
    void setHeld(bool held);

    //! -1 for who is not among those shown.
    Q_INVOKABLE int rowOf(const QString &address) const;
    //! The address in full; empty for a row that is none.
    Q_INVOKABLE QString addressAt(int row) const;
    //! The next after `row`, round the end, whose name or address begins so; -1 for nobody.
    int rowThatBegins(const QString &text, int row) const;

    //! Puts in order who is not, unless held; a timer does it.
    void renew();

signals:
    void orderChanged();
    void wantedChanged();
    void heldChanged();
    void reordered();

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    void putInOrder();
    bool comesBefore(const PeersModel::Person &left, const PeersModel::Person &right) const;
    bool isNameBefore(const PeersModel::Person &left, const PeersModel::Person &right) const;
    const PeersModel::Person &personAt(int row) const;

    PeersModel &m_people;
    QSettings &m_settings;
    Clock m_clock;
    QTimer m_timer;
    QCollator m_collator;
    Order m_order = Nearest;
    QString m_wanted;
    std::optional<std::chrono::microseconds> m_heldSince;
};

} // namespace islet
