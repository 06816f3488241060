-- In which language a closing letter was written: the reader's, or English where we cannot write theirs. Until now all were English.
alter table closing_letter add column written_in text not null default 'en';
call versioned('closing_letter');
update closing_letter_history set written_in = 'en';
