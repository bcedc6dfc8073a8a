-- Nobody asks for anything: the hosts that a killed process held are free.
update recount.host set holder = null, held_until = null where holder is not null
