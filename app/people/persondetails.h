// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/people.h"
#include "app/people/personrates.h"

#include <QPointer>

namespace islet {

//! The details of one person for a card or a tooltip, updated four times a second. With `measures` it also counts their
//! packets and pings the room. Keeps working after the person has left. All texts are single lines of plain text.
class PersonDetails : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::People *people READ people WRITE setPeople NOTIFY peopleChanged)
    //! In any letter case. An invalid address matches no one.
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY addressChanged)
    //! Counts their packets and measures the delay, which broadcasts pings.
    Q_PROPERTY(bool measures READ measures WRITE setMeasures NOTIFY measuresChanged)
    //! Self-declared, or empty
    Q_PROPERTY(QString name READ name NOTIFY changed)
    //! Empty if the address is invalid
    Q_PROPERTY(QString shortAddress READ shortAddress NOTIFY changed)
    Q_PROPERTY(QString fullAddress READ fullAddress NOTIFY changed)
    //! From their profile, or empty
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QColor color READ color NOTIFY changed)
    //! For the initials
    Q_PROPERTY(QColor ink READ ink NOTIFY changed)
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    //! "12 m away, last seen just now", "left 3 s ago"
    Q_PROPERTY(QString presenceText READ presenceText NOTIFY changed)
    //! "talking · muted", or empty
    Q_PROPERTY(QString badges READ badges NOTIFY changed)
    //! "waves", or "12 s ago: waves", or empty
    Q_PROPERTY(QString emoteText READ emoteText NOTIFY changed)
    //! The round-trip time, or why it is not known
    Q_PROPERTY(QString delayText READ delayText NOTIFY changed)
    //! Packets of the last second, by kind
    Q_PROPERTY(QString ratesText READ ratesText NOTIFY changed)
    //! Statistics of their voice stream, or empty
    Q_PROPERTY(QString voiceText READ voiceText NOTIFY changed)
    //! 0 to 2; 1 leaves the voice unchanged
    Q_PROPERTY(double volume READ volume NOTIFY changed)
    Q_PROPERTY(bool talking READ isTalking NOTIFY changed)
    //! By me
    Q_PROPERTY(bool muted READ isMuted NOTIFY changed)
    //! By me
    Q_PROPERTY(bool ignored READ isIgnored NOTIFY changed)
    Q_PROPERTY(bool here READ isHere NOTIFY changed)

public:
    explicit PersonDetails(QObject *parent = nullptr);
    ~PersonDetails() override;
    Q_DISABLE_COPY_MOVE(PersonDetails)

    People *people() const { return m_people; }
    void setPeople(People *people);
    const QString &address() const { return m_address; }
    void setAddress(const QString &address);
    bool measures() const { return m_measures; }
    void setMeasures(bool measures);
    const QString &name() const { return m_facts.name; }
    const QString &shortAddress() const { return m_facts.shortAddress; }
    const QString &fullAddress() const { return m_facts.fullAddress; }
    const QString &description() const { return m_facts.description; }
    QColor color() const { return m_facts.color; }
    QColor ink() const { return m_facts.ink; }
    const QString &initials() const { return m_facts.initials; }
    const QString &presenceText() const { return m_facts.presenceText; }
    const QString &badges() const { return m_facts.badges; }
    const QString &emoteText() const { return m_facts.emoteText; }
    const QString &delayText() const { return m_facts.delayText; }
    const QString &ratesText() const { return m_facts.ratesText; }
    const QString &voiceText() const { return m_facts.voiceText; }
    double volume() const { return m_facts.volume; }
    bool isTalking() const { return m_facts.isTalking; }
    bool isMuted() const { return m_facts.isMuted; }
    bool isIgnored() const { return m_facts.isIgnored; }
    bool isHere() const { return m_facts.isHere; }

    Q_INVOKABLE void setVolume(double volume);
    Q_INVOKABLE void setMuted(bool muted);
    Q_INVOKABLE void setIgnored(bool ignored);
    //! Copies the full address to the clipboard.
    Q_INVOKABLE void copyAddress() const;

    //! Updates all properties. Called by a timer and when a setting changes.
    void renew();

signals:
    void peopleChanged();
    void addressChanged();
    void measuresChanged();
    void changed();

private:
    //! The values of the properties.
    struct Facts {
        QString name;
        QString shortAddress;
        QString fullAddress;
        QString description;
        QColor color;
        QColor ink;
        QString initials;
        QString presenceText;
        QString badges;
        QString emoteText;
        QString delayText;
        QString ratesText;
        QString voiceText;
        double volume = 1;
        bool isTalking = false;
        bool isMuted = false;
        bool isIgnored = false;
        bool isHere = false;

        friend bool operator==(const Facts &, const Facts &) = default;
    };

    void startPolling();
    void stopPolling();
    void addAppearance(Facts &facts, const Address &person) const;
    void addPresence(Facts &facts, const Address &person);
    void addVoice(Facts &facts, const Address &person) const;
    QString delayLine(const Address &person) const;
    QString ratesLine() const;
    QString emoteLine(const Address &person) const;
    std::chrono::microseconds now() const { return m_people->dependencies().clock(); }

    QPointer<People> m_people;
    QString m_address;
    std::optional<Address> m_person;
    std::unique_ptr<PersonRates> m_rates;
    bool m_measures = false; //!< off by default: sends nothing, in whatever order QML sets the properties
    bool m_isPolling = false;
    std::optional<std::chrono::microseconds> m_lastHere;
    Facts m_facts;
    QTimer m_timer;
};

} // namespace islet
